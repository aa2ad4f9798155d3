package org.persistentchat.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Positions that are given if they can be read, and left out otherwise. Who comes into rooms waits for a database that stands still only if nobody has done so
 * just before: after a reading that failed the next ones are left out, for {@value #PAUSE_SECONDS} s. Safe for several threads.
 */
final class OptionalPositions {
    private static final long PAUSE_SECONDS = 2;

    private final LongSupplier nanoTime;
    private volatile long failedAt;
    private volatile boolean failed;

    OptionalPositions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What {@code reading} gives, or nothing. Blocks. */
    <T> Optional<T> read(Supplier<T> reading) {
        if (failed && nanoTime.getAsLong() - failedAt < TimeUnit.SECONDS.toNanos(PAUSE_SECONDS)) {
            return Optional.empty();
        }
        try {
            T read = reading.get();
            failed = false;
            return Optional.of(read);
        } catch (RuntimeException unavailable) {
            failedAt = nanoTime.getAsLong();
            failed = true;
            return Optional.empty();
        }
    }
}
