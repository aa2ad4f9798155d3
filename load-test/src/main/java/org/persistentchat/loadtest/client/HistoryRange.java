package org.persistentchat.loadtest.client;

import org.jspecify.annotations.Nullable;

/** Which page of history is wanted: {@code anchor} is the member of the command, null for the newest page. */
public record HistoryRange(@Nullable String anchor, long seq, int limit) {

    /** The newest page. */
    public static HistoryRange newest(int limit) {
        return new HistoryRange(null, 0, limit);
    }

    /** What comes before {@code seq}, without it. */
    public static HistoryRange before(long seq, int limit) {
        return new HistoryRange("before", seq, limit);
    }

    /** What comes after {@code seq}, without it. */
    public static HistoryRange after(long seq, int limit) {
        return new HistoryRange("after", seq, limit);
    }

    /** A page with {@code seq} in its middle. */
    public static HistoryRange around(long seq, int limit) {
        return new HistoryRange("around", seq, limit);
    }
}
