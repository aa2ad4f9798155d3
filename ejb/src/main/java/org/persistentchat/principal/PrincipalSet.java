package org.persistentchat.principal;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** An immutable set of principals: 8 bytes each, because an organisation has millions of entries. */
public final class PrincipalSet {
    public static final PrincipalSet EMPTY = new PrincipalSet(new long[0]);
    public static final PrincipalSet EVERYONE = new PrincipalSet(new long[] {Principal.EVERYONE.value()});

    private final long[] sorted;

    private PrincipalSet(long[] sorted) {
        this.sorted = sorted;
    }

    public static PrincipalSet of(Collection<Principal> principals) {
        return ofIds(principals.stream().mapToLong(Principal::value).toArray());
    }

    /** The set of principals with these ids, in any order. */
    public static PrincipalSet ofIds(long... ids) {
        return ids.length == 0
                ? EMPTY
                : new PrincipalSet(LongStream.of(ids).sorted().distinct().toArray());
    }

    public boolean contains(Principal principal) {
        return Arrays.binarySearch(sorted, principal.value()) >= 0;
    }

    /** Whether somebody with these memberships is among them, by name or through a group. */
    public boolean containsAny(Memberships memberships) {
        long[] groups = memberships.sorted();
        return sorted.length < groups.length ? meets(sorted, groups) : meets(groups, sorted);
    }

    private static boolean meets(long[] few, long[] many) {
        for (long id : few) {
            if (Arrays.binarySearch(many, id) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Those of this set that are not of the other. */
    public PrincipalSet without(PrincipalSet other) {
        return ofIds(LongStream.of(sorted)
                .filter(id -> Arrays.binarySearch(other.sorted, id) < 0)
                .toArray());
    }

    /** Those of either set. */
    public PrincipalSet and(PrincipalSet other) {
        return ofIds(LongStream.concat(LongStream.of(sorted), LongStream.of(other.sorted))
                .toArray());
    }

    public int size() {
        return sorted.length;
    }

    public boolean isEmpty() {
        return sorted.length == 0;
    }

    public Stream<Principal> stream() {
        return LongStream.of(sorted).mapToObj(Principal::new);
    }

    /** The ids, ascending. */
    public LongStream ids() {
        return LongStream.of(sorted);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof PrincipalSet that && Arrays.equals(sorted, that.sorted);
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
