package org.persistentchat.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.audit.AuditSubject;

/**
 * One administrative act, as it was written down.
 *
 * @param actorAccount account of who did it, as it was then; empty for the product itself
 * @param origin address of the client, or {@code system}
 * @param before JSON object, or null
 * @param after JSON object, or null
 */
public record AuditEntry(
        AuditCursor position,
        long actorNumber,
        String actorAccount,
        String origin,
        String action,
        AuditSubject subject,
        @Nullable String before,
        @Nullable String after) {

    /** When it was done, milliseconds exact. */
    public Instant at() {
        return position.at();
    }
}
