package org.persistentchat.archive.verify;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Positions, a bit for each. */
final class PositionSet {

    private static final int PAGE = 1 << 20;

    private final Map<Long, BitSet> pages = new TreeMap<>();

    void add(long position) {
        pages.computeIfAbsent(position / PAGE, page -> new BitSet()).set((int) (position % PAGE));
    }

    /** Takes a position out; false if it was not in it. */
    boolean remove(long position) {
        BitSet page = pages.get(position / PAGE);
        int bit = (int) (position % PAGE);
        if (page == null || !page.get(bit)) {
            return false;
        }
        page.clear(bit);
        return true;
    }

    long size() {
        return pages.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** In their order. */
    void forEach(LongConsumer each) {
        pages.forEach((page, bits) -> bits.stream().forEach(bit -> each.accept(page * PAGE + bit)));
    }
}
