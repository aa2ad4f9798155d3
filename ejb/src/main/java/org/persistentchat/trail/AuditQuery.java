package org.persistentchat.trail;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; absent means any.
 *
 * @param actor account, in any case of its letters
 * @param action an action, or all whose names begin with a text that ends in a point
 * @param subject kind of thing, or kind, colon, and its id or its name as it was then
 * @param from not before this time
 * @param to before this time
 */
public record AuditQuery(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to) {
    /** All entries. */
    public static final AuditQuery ALL =
            new AuditQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
