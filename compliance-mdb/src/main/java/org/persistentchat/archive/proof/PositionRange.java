package org.persistentchat.archive.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Positions from {@code first} to {@code last}, both included. */
public record PositionRange(long first, long last) {

    public PositionRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("Not a range of positions");
        }
    }

    /** How many positions. */
    public long size() {
        return last - first + 1;
    }

    /** Rising positions, as few ranges. */
    public static List<PositionRange> of(List<Long> positions) {
        List<PositionRange> ranges = new ArrayList<>();
        for (long position : positions) {
            PositionRange before = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (before != null && before.last() + 1 == position) {
                ranges.set(ranges.size() - 1, new PositionRange(before.first(), position));
            } else {
                ranges.add(new PositionRange(position, position));
            }
        }
        return ranges;
    }

    /** {@code 5-9,12}. */
    static String text(List<PositionRange> ranges) {
        return ranges.stream()
                .map(range -> range.first == range.last ? "" + range.first : range.first + "-" + range.last)
                .collect(Collectors.joining(","));
    }

    static List<PositionRange> parse(String text) {
        List<PositionRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            ranges.add(new PositionRange(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
        }
        return ranges;
    }
}
