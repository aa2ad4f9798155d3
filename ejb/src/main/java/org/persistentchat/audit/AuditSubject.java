package org.persistentchat.audit;

import org.persistentchat.id.OpaqueId;

/**
 * What an act is about.
 *
 * @param kind stable word, as {@code room}
 * @param id what identifies it among those of its kind, for ever
 * @param name what people call it, as it was then
 */
public record AuditSubject(String kind, String id, String name) {

    /** A thing with a number of its own. */
    public static AuditSubject of(String kind, long number, String name) {
        return new AuditSubject(kind, OpaqueId.encode(number), name);
    }

    /** A thing that has no other id than its name. */
    public static AuditSubject named(String kind, String name) {
        return new AuditSubject(kind, name, name);
    }
}
