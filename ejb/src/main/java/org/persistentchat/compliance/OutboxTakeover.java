package org.persistentchat.compliance;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Sends what other servers left in the outbox when they were lost or stopped. One server at a time has a lost one's rows; if it is lost
 * too, the next takes them half a minute later. Should two send the same row, the archive takes it once.
 */
final class OutboxTakeover {
    private static final long LOOK_MILLIS = 5_000;
    private static final Duration SILENT = Duration.ofSeconds(20);
    private static final Duration HELD = Duration.ofSeconds(30);

    private final TakeoverTable table;
    private final int serverId;
    private final IntFunction<OutboxSweep> sweepOf;
    private final InstantSource clock;
    private final Map<Integer, OutboxSweep> taken = new HashMap<>();
    private long lookAt = Long.MIN_VALUE;

    /**
     * @param serverId of this server
     * @param sweepOf reads the rows of another
     */
    OutboxTakeover(TakeoverTable table, int serverId, IntFunction<OutboxSweep> sweepOf, InstantSource clock) {
        this.table = table;
        this.serverId = serverId;
        this.sweepOf = sweepOf;
        this.clock = clock;
    }

    /** True when it gave memory something to send. */
    boolean run(long now) throws SQLException {
        if (now >= lookAt) {
            lookAt = now + LOOK_MILLIS;
            look();
        }
        boolean found = false;
        for (OutboxSweep sweep : taken.values()) {
            found |= sweep.run(now);
        }
        return found;
    }

    private void look() throws SQLException {
        Instant now = clock.instant();
        Map<Integer, OutboxSweep> held = new HashMap<>();
        for (int lost : table.lost(serverId, now.minus(SILENT))) {
            if (table.hold(lost, serverId, now, now.plus(HELD))) {
                OutboxSweep sweep = taken.get(lost);
                if (sweep == null) {
                    ComplianceLog.LOG.takenOver(lost);
                    sweep = sweepOf.apply(lost);
                }
                held.put(lost, sweep);
            }
        }
        taken.clear();
        taken.putAll(held);
    }

    /** After a failure: passes begin anew. */
    void abandon() {
        taken.values().forEach(OutboxSweep::abandon);
    }

    /** The next passes begin at once. */
    void hurry() {
        taken.values().forEach(OutboxSweep::hurry);
    }
}
