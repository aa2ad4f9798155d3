package org.persistentchat.archive.adapter;

import java.time.Instant;

/**
 * A slice that is to be made: what follows {@code from} in the archive, up to and including {@code to}.
 *
 * @param from position up to which everything is in earlier slices
 * @param to its last position
 * @param name as in the names of its files
 */
record SlicePlan(long from, long to, String name) {

    SlicePlan {
        if (to <= from) {
            throw new IllegalArgumentException("A slice is never empty");
        }
    }

    /** A plan with a name that tells its positions and the time of its first record: names are in the order of slices. */
    static SlicePlan of(long from, long to, Instant start) {
        String time = start.toString().replaceAll("[-:]|\\.\\d+", "");
        return new SlicePlan(from, to, "%012d-%012d_".formatted(from + 1, to) + time);
    }
}
