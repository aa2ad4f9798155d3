package org.persistentchat.pool;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A server of the pool: what is wanted of it, and what it last said of itself.
 *
 * @param id number of the server in the content database
 * @param assignment what administrators want of it
 * @param address where its clients reach it; empty if it has no address of its own
 * @param said what it last said
 */
public record PoolServer(int id, String name, Assignment assignment, String address, Said said) {

    /**
     * What is wanted of a server.
     *
     * @param version counts the changes
     */
    public record Assignment(Duty duty, long version) {}

    /**
     * What a server says of itself.
     *
     * @param heardAt when it said so, by its own clock
     * @param connections WebSocket connections
     * @param outboxBatches batches that the compliance archive has not confirmed
     * @param oldestOutboxAt when the oldest of them was committed; absent if there is none
     */
    public record Said(
            State state,
            Instant startedAt,
            Instant heardAt,
            int connections,
            long outboxBatches,
            Optional<Instant> oldestOutboxAt) {}

    /** What a server does. */
    public enum State {
        /** It runs, and does its duty. */
        ACTIVE,
        /** Its WildFly is suspended, or about to stop. */
        SUSPENDED,
        /** It was stopped. */
        STOPPED,
        /** It was not heard for too long: killed, paused, or cut off from the database. */
        LOST
    }

    public Duty duty() {
        return assignment.duty();
    }

    /** The server after a change of its duty. */
    PoolServer with(Duty changed) {
        return new PoolServer(id, name, new Assignment(changed, assignment.version() + 1), address, said);
    }

    /** Whether clients that come to it are taken. */
    public boolean takesClients() {
        return said.state() == State.ACTIVE && duty() == Duty.ACTIVE;
    }

    /** Its duty if it runs, otherwise why it does not do it. */
    public String state() {
        return said.state() == State.ACTIVE
                ? duty().label()
                : said.state().name().toLowerCase(Locale.ROOT);
    }
}
