package org.persistentchat.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.PersonId;

/**
 * What one compliance officer asked for and another has to confirm.
 *
 * @param wish what is to become true
 * @param decision what the other said, null while it is open
 */
public record OfficerRequest(
        long id,
        Wish wish,
        String reason,
        PersonId askedBy,
        Instant askedAt,
        State state,
        @Nullable Decision decision) {

    /** What has become of it. */
    public enum State {
        PENDING,
        CONFIRMED,
        REFUSED
    }

    /** Who decided, and when. */
    public record Decision(PersonId by, Instant at) {}

    /** What is asked for. */
    public sealed interface Wish permits Release, Rule {}

    /** A hold is to end. */
    public record Release(long hold) implements Wish {}

    /** What lies in a scope is to be kept for so long. */
    public record Rule(RetentionScope scope, Days days) implements Wish {}
}
