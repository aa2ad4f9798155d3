package org.persistentchat.directory;

/**
 * What a run did.
 *
 * @param read entries that were read
 * @param memberships that came or went
 * @param skipped entries that could not be taken over; the log says which and why
 * @param kept groups that the directory does not have any more, and that stay because they keep somebody out of a category
 */
public record RunCounts(int read, int created, int changed, int removed, int memberships, int skipped, int kept) {
    static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0);

    String text() {
        return read + " " + created + " " + changed + " " + removed + " " + memberships + " " + skipped + " " + kept;
    }

    static RunCounts parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 7) {
            return NONE;
        }
        int[] values = new int[7];
        for (int at = 0; at < 7; at++) {
            values[at] = Integer.parseInt(parts[at]);
        }
        return new RunCounts(values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
    }
}
