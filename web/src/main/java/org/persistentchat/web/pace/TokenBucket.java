package org.persistentchat.web.pace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets through so many a second in the long run, and {@value #BURST_SECONDS} seconds' worth at once after a pause. Keeps one number: the moment until which what
 * was taken is paid for (the generic cell rate algorithm). Thread-safe without a lock.
 */
final class TokenBucket {
    static final int BURST_SECONDS = 10;

    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(BURST_SECONDS);

    private final AtomicLong paidUntil;

    /** A full bucket. */
    TokenBucket(long nowNanos) {
        paidUntil = new AtomicLong(nowNanos);
    }

    /**
     * Takes one.
     *
     * @param perSecond the rate as of now; 0 is any
     * @return 0 if it was taken, otherwise the nanoseconds until there is one
     */
    long take(int perSecond, long nowNanos) {
        if (perSecond == 0) {
            return 0;
        }
        long price = TimeUnit.SECONDS.toNanos(1) / perSecond;
        while (true) {
            long before = paidUntil.get();
            long after = (before - nowNanos > 0 ? before : nowNanos) + price;
            long missing = after - nowNanos - BURST_NANOS;
            if (missing > 0) {
                return missing;
            }
            if (paidUntil.compareAndSet(before, after)) {
                return 0;
            }
        }
    }

    /** Whether nothing is to be remembered of it. */
    boolean isFull(long nowNanos) {
        return paidUntil.get() - nowNanos <= 0;
    }
}
