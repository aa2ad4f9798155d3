package org.persistentchat.pool;

import java.time.Instant;
import java.util.Optional;

/**
 * A server of the pool, as it last said of itself.
 *
 * @param heardAt when it said so, by its own clock
 * @param connections WebSocket connections
 * @param outboxBatches batches that the compliance archive has not confirmed
 * @param oldestOutboxAt when the oldest of them was committed; absent if there is none
 */
public record PoolServer(
        String name,
        State state,
        Instant startedAt,
        Instant heardAt,
        int connections,
        long outboxBatches,
        Optional<Instant> oldestOutboxAt) {

    /** What a server does. */
    public enum State {
        /** It serves. */
        ACTIVE,
        /** It was stopped. */
        STOPPED,
        /** It was not heard for too long: killed, paused, or cut off from the database. */
        LOST
    }
}
