package org.persistentchat.loadtest.replay;

import org.persistentchat.loadtest.client.Waiting;

/** Waits between steps as the speakers did, so many times faster; a pause of the log counts ten minutes at most. */
final class Pace {
    private static final int DAY = 86_400;
    private static final int LONGEST_PAUSE = 600;
    private static final double MILLIS = 1_000;

    private final double factor;
    private final long start = System.nanoTime();
    private long logSeconds;
    private int lastSecond = -1;

    /** Factor 0 never waits. */
    Pace(double factor) {
        this.factor = factor;
    }

    void await(int second) {
        if (factor <= 0 || second < 0) {
            return;
        }
        if (lastSecond >= 0) {
            logSeconds += Math.min(LONGEST_PAUSE, Math.floorMod(second - lastSecond, DAY));
        }
        lastSecond = second;
        double due = logSeconds * MILLIS / factor;
        double passed = (System.nanoTime() - start) / 1e6;
        if (due > passed) {
            Waiting.pause((long) (due - passed));
        }
    }
}
