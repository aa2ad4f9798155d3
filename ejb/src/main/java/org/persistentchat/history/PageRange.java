package org.persistentchat.history;

/**
 * The sequences of a page: sequences are dense, so a page is a range and needs no counting.
 *
 * @param from first sequence
 * @param to last sequence, {@code from - 1} for an empty page
 */
public record PageRange(long from, long to) {

    /** The range of {@code query} in a room whose newest sequence is {@code last}. */
    public static PageRange of(HistoryQuery query, long last) {
        long limit = query.limit();
        long at = query.sequence();
        return switch (query.direction()) {
            case NEWEST -> endingAt(last, limit);
            case BEFORE -> endingAt(Math.min(last, at - 1), limit);
            case AFTER -> within(at + 1, Math.min(last, at + limit));
            case AROUND -> {
                long from = Math.max(1, at - limit / 2);
                yield within(from, Math.min(last, from + limit - 1));
            }
        };
    }

    public long size() {
        return to - from + 1;
    }

    private static PageRange endingAt(long to, long limit) {
        return within(Math.max(1, to - limit + 1), to);
    }

    private static PageRange within(long from, long to) {
        return new PageRange(from, Math.max(from - 1, to));
    }
}
