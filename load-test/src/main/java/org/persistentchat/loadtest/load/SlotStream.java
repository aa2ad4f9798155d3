package org.persistentchat.loadtest.load;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One room on one connection: sequence by sequence, as little memory as possible while all goes well. */
final class SlotStream {
    private static final int MAX_MISSING_KEPT = 10_000;

    final long roomHash;
    final int room;
    private long last = -1;
    private @Nullable TreeSet<Long> missing;
    private long lost;
    private int duplicates;
    private int reordered;

    SlotStream(int room, long roomHash) {
        this.room = room;
        this.roomHash = roomHash;
    }

    void entered(long sequence) {
        last = Math.max(last, sequence);
    }

    void received(long sequence) {
        if (sequence == last + 1) {
            last = sequence;
        } else if (sequence > last) {
            skipTo(sequence - 1);
            last = sequence;
        } else if (missing != null && missing.remove(sequence)) {
            lost--;
            reordered++;
        } else {
            duplicates++;
        }
    }

    /** All up to {@code sequence} should have come by now. */
    void skipTo(long sequence) {
        if (sequence <= last) {
            return;
        }
        lost += sequence - last;
        TreeSet<Long> known = missing == null ? new TreeSet<>() : missing;
        for (long each = last + 1; each <= sequence && known.size() < MAX_MISSING_KEPT; each++) {
            known.add(each);
        }
        missing = known;
        last = sequence;
    }

    long last() {
        return last;
    }

    long lost() {
        return lost;
    }

    int duplicates() {
        return duplicates;
    }

    int reordered() {
        return reordered;
    }
}
