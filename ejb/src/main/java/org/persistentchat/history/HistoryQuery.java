package org.persistentchat.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a room's history is wanted.
 *
 * @param sequence the cursor; without meaning for {@link Direction#NEWEST}
 * @param limit events at most, at least 1
 * @param time takes the place of the sequence if it is given: the first event that was not committed before it
 */
public record HistoryQuery(
        Direction direction,
        long sequence,
        int limit,
        @Nullable Instant time) {

    public HistoryQuery(Direction direction, long sequence, int limit) {
        this(direction, sequence, limit, null);
    }

    /** The same around the sequence {@code first}, of the first event of its time; a page after a time begins with that event. */
    HistoryQuery from(long first) {
        return new HistoryQuery(direction, direction == Direction.AFTER ? first - 1 : first, limit);
    }

    /** Where the page lies in relation to the cursor. */
    public enum Direction {
        NEWEST,
        /** Ends before the cursor. */
        BEFORE,
        /** Begins after the cursor. */
        AFTER,
        /** Has the cursor in its middle. */
        AROUND
    }

    public static HistoryQuery newest(int limit) {
        return new HistoryQuery(Direction.NEWEST, 0, limit);
    }
}
