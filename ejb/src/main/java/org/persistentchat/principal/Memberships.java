package org.persistentchat.principal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Every principal that one person is or belongs to: oneself, everyone, and all groups and units, also those reached through others. */
public final class Memberships {
    private final long[] sorted;

    private Memberships(long[] sorted) {
        this.sorted = sorted;
    }

    /** The memberships that are these ids, in any order. */
    static Memberships ofIds(long[] ids) {
        long[] sorted = ids.clone();
        Arrays.sort(sorted);
        return new Memberships(sorted);
    }

    public boolean contains(Principal principal) {
        return Arrays.binarySearch(sorted, principal.value()) >= 0;
    }

    /** Ascending; not to be changed. */
    long[] sorted() {
        return sorted;
    }

    /** The ids of the principals, ascending. */
    public java.util.stream.LongStream ids() {
        return Arrays.stream(sorted);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Memberships that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
