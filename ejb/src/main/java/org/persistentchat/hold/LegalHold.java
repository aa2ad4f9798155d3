package org.persistentchat.hold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.PersonId;

/**
 * A legal hold.
 *
 * @param releasedBy who confirmed its release, unless it is in force
 */
public record LegalHold(
        long id,
        Purpose purpose,
        HoldCriteria criteria,
        PersonId createdBy,
        Instant createdAt,
        @Nullable PersonId releasedBy,
        @Nullable Instant releasedAt) {

    /** Why there is a hold. */
    public record Purpose(String name, String matter, String reason) {}

    /** A hold that is in force from now on. */
    public static LegalHold set(long id, Purpose purpose, HoldCriteria criteria, PersonId by, Instant now) {
        return new LegalHold(id, purpose, criteria, by, now, null, null);
    }

    public boolean isInForce() {
        return releasedAt == null;
    }
}
