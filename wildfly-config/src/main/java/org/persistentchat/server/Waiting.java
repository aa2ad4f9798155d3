package org.persistentchat.server;

import java.time.Duration;

/** Waits for what other processes do. */
final class Waiting {

    private static final long POLL_MILLIS = 250;

    private Waiting() {}

    /** Returns when it is so; fails with {@code otherwise} after {@code limit}. */
    static void until(Condition condition, Duration limit, String otherwise) throws InterruptedException {
        if (!within(limit, condition)) {
            throw new ServerFailure(otherwise);
        }
    }

    /** Whether it became so within {@code limit}. */
    static boolean within(Duration limit, Condition condition) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return true;
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }
}
