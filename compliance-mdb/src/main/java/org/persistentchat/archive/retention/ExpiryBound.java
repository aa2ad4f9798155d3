package org.persistentchat.archive.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How far retention may go. What was sealed less than a day ago stays: should a server send a record again because it lost the answer, it is still known. What an
 * adapter has not exported stays until it has. Asked for anew after a while, because it costs more than a step.
 */
final class ExpiryBound {

    private static final Duration SETTLED = Duration.ofDays(1);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final LongSupplier exported;
    private final InstantSource clock;
    private Instant asked = Instant.MIN;
    private long through;

    /**
     * A bound.
     *
     * @param exported the last position that all adapters have exported
     */
    ExpiryBound(LongSupplier exported, InstantSource clock) {
        this.exported = exported;
        this.clock = clock;
    }

    /** The last position that may go. */
    synchronized long through(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (asked.equals(Instant.MIN) || asked.plus(FRESH).isBefore(now)) {
            through = Math.min(exported.getAsLong(), new ExpiryTable(connection).sealedBefore(now.minus(SETTLED)));
            asked = now;
        }
        return through;
    }
}
