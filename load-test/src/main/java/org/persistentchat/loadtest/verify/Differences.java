package org.persistentchat.loadtest.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.persistentchat.loadtest.verify.Difference.What;
import org.persistentchat.loadtest.verify.Difference.Where;

/** Collects differences: counts all, keeps the first of them. Safe for use by many threads. */
public final class Differences {
    private static final int KEPT = 500;

    private final List<Difference> first = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long count;

    /** Notes one. */
    public synchronized void add(Difference difference) {
        count++;
        counts.merge(difference.where() + " " + difference.what(), 1L, Long::sum);
        if (first.size() < KEPT) {
            first.add(difference);
        }
    }

    void add(Where where, What what, String room, String detail) {
        add(new Difference(where, what, room, detail));
    }

    /** How many there are. */
    public synchronized long count() {
        return count;
    }

    /** How many of each sort. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** The first five hundred. */
    public synchronized List<Difference> first() {
        return List.copyOf(first);
    }
}
