package org.persistentchat.loadtest.load;

/** Bodies that tell when they were sent: a mark, nanoseconds since {@link #EPOCH}, a blank, padding. */
final class Stamp {
    static final char MARK = '~';

    private static final long EPOCH = System.nanoTime();
    private static final String PADDING = "the quick brown fox jumps over the lazy dog ";

    private Stamp() {}

    /** Nanoseconds since this program began to measure; never negative. */
    static long now() {
        return System.nanoTime() - EPOCH;
    }

    /** A body of {@code characters}, or a little more if the stamp needs it. */
    static String body(long nanos, int characters) {
        StringBuilder body = new StringBuilder(Math.max(characters, 32))
                .append(MARK)
                .append(nanos)
                .append(' ');
        while (body.length() < characters) {
            body.append(PADDING, 0, Math.min(PADDING.length(), characters - body.length()));
        }
        return body.toString();
    }
}
