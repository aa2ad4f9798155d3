package org.persistentchat.principal;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which groups principals belong to, and what follows from it. Written by one thread, read by all. Cycles do no harm here; those who
 * write groups refuse them.
 */
final class GroupGraph {
    private static final long[] NONE = {};

    /** By member, the groups that it is named in. */
    private final Map<Long, long[]> groups = new ConcurrentHashMap<>();

    private volatile Map<Long, Memberships> computed = new ConcurrentHashMap<>();

    /** The member is now in these groups and no other. */
    void put(long member, long[] now) {
        if (now.length == 0) {
            groups.remove(member);
        } else {
            groups.put(member, now.clone());
        }
    }

    /** Nobody is in any group. */
    void clear() {
        groups.clear();
    }

    /** What was computed before the last {@link #put} or {@link #clear} holds no more. */
    void changed() {
        computed = new ConcurrentHashMap<>();
    }

    /** All that {@code principal} is and belongs to. */
    Memberships of(long principal) {
        Map<Long, Memberships> cache = computed;
        Memberships known = cache.get(principal);
        if (known == null) {
            known = compute(principal);
            cache.put(principal, known);
        }
        return known;
    }

    private Memberships compute(long principal) {
        long[] reached = new long[8];
        reached[0] = principal;
        int count = 1;
        if (principal != Principal.EVERYONE.value()) {
            reached[count++] = Principal.EVERYONE.value();
        }
        for (int at = 0; at < count; at++) {
            for (long group : groups.getOrDefault(reached[at], NONE)) {
                if (!contains(reached, count, group)) {
                    reached = count == reached.length ? Arrays.copyOf(reached, count * 2) : reached;
                    reached[count++] = group;
                }
            }
        }
        return Memberships.ofIds(Arrays.copyOf(reached, count));
    }

    private static boolean contains(long[] ids, int count, long id) {
        for (int index = 0; index < count; index++) {
            if (ids[index] == id) {
                return true;
            }
        }
        return false;
    }
}
