package org.persistentchat.compliance;

/** When to try again something that failed: soon, then less and less often. Times in milliseconds of any steady clock. */
final class Backoff {

    private static final long FIRST = 100;
    private static final long LAST = 10_000;

    private long delay;
    private long notBefore = Long.MIN_VALUE;

    /** Whether it may be tried at {@code now}. */
    boolean allows(long now) {
        return delay == 0 || now >= notBefore;
    }

    /** Notes a failure; true when it is the first of a row. */
    boolean failed(long now) {
        boolean first = delay == 0;
        delay = first ? FIRST : Math.min(LAST, delay * 2);
        notBefore = now + delay;
        return first;
    }

    /** Notes a success; true when it ends a row of failures. */
    boolean succeeded() {
        boolean recovered = delay != 0;
        delay = 0;
        return recovered;
    }

    /** Milliseconds until the next try, 0 when none has failed. */
    long remaining(long now) {
        return delay == 0 ? 0 : Math.max(0, notBefore - now);
    }
}
