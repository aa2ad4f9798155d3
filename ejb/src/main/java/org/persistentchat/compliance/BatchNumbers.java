package org.persistentchat.compliance;

/** Numbers of batches: the time in milliseconds, and a counter in its last bits. */
public final class BatchNumbers {

    /** Batches in a millisecond before the number runs ahead of the clock. */
    private static final int COUNTER_BITS = 10;

    private BatchNumbers() {}

    /** The first number of that millisecond. */
    public static long first(long millis) {
        return millis << COUNTER_BITS;
    }

    /** When the batch was written. */
    static long millis(long batchId) {
        return batchId >> COUNTER_BITS;
    }
}
