package org.persistentchat.history;

/**
 * Which page of a room's history is wanted.
 *
 * @param sequence the cursor; without meaning for {@link Direction#NEWEST}
 * @param limit events at most, at least 1
 */
public record HistoryQuery(Direction direction, long sequence, int limit) {

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
