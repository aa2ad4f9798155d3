package org.persistentchat.audit;

/**
 * One administrative act.
 *
 * @param action stable name, kind of the subject and verb: {@code room.create}; listed in {@code docs/administration.md}
 * @param before what was changed, as it was; {@link AuditState#NONE} of something new
 * @param after the same as it is now; {@link AuditState#NONE} of something gone
 */
public record AuditAct(String action, AuditSubject subject, AuditState before, AuditState after) {

    /** Something new. */
    public static AuditAct created(String action, AuditSubject subject, AuditState after) {
        return new AuditAct(action, subject, AuditState.NONE, after);
    }
}
