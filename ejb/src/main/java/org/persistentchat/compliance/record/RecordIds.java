package org.persistentchat.compliance.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Time-ordered identities, UUID version 7 of RFC 9562, section 5.7. Each is greater than the one before from the same
 * instance, also within a millisecond and when the clock is set back: the 12 bits after the time are a counter that
 * starts at random and, when exhausted, borrows from the next millisecond. Safe for use by several threads.
 */
public final class RecordIds {

    private static final int COUNTER_BITS = 12;
    private static final int COUNTER_START_BITS = 11; // at least 2,048 identities before a millisecond is borrowed
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long last;

    /** Identities by the system's clock. */
    public RecordIds() {
        this(Clock.systemUTC(), new SplittableRandom(new SecureRandom().nextLong()));
    }

    RecordIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new identity, greater than all before. */
    public synchronized UUID next() {
        long fresh = (clock.millis() << COUNTER_BITS) | random.nextInt(1 << COUNTER_START_BITS);
        boolean sameMillisecond = fresh >>> COUNTER_BITS <= last >>> COUNTER_BITS;
        last = sameMillisecond ? last + 1 : fresh;
        long high = ((last >>> COUNTER_BITS) << 16) | VERSION | (last & COUNTER_MASK);
        return new UUID(high, VARIANT | (random.nextLong() >>> 2));
    }
}
