package org.persistentchat.loadtest.verify;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often each person came into and went from each room, as far as the client knows. What was under way when a connection broke may or may not
 * have been done: it counts into the upper bound only. Safe for use by many threads.
 */
public final class Presence {

    /** Bounds, both inclusive. */
    public record Bounds(long least, long most) {
        static final Bounds NONE = new Bounds(0, 0);

        Bounds certain() {
            return new Bounds(least + 1, most + 1);
        }

        Bounds possible() {
            return new Bounds(least, most + 1);
        }

        boolean contains(long count) {
            return least <= count && count <= most;
        }
    }

    private final Map<String, Map<String, Bounds>> joins = new TreeMap<>();
    private final Map<String, Map<String, Bounds>> parts = new TreeMap<>();

    /** The server confirmed that the person is in the room. */
    public synchronized void joined(String room, String account) {
        note(joins, room, account, true);
    }

    /** The person may have come in: there was no answer. */
    public synchronized void mayHaveJoined(String room, String account) {
        note(joins, room, account, false);
        note(parts, room, account, false);
    }

    /** The server confirmed that the person left. */
    public synchronized void parted(String room, String account) {
        note(parts, room, account, true);
    }

    /** The connection broke while the person was in the room. */
    public synchronized void mayHaveParted(String room, String account) {
        note(parts, room, account, false);
    }

    /** Joins of each account in a room. */
    public synchronized Map<String, Bounds> joins(String room) {
        return new TreeMap<>(joins.getOrDefault(room, Map.of()));
    }

    /** Parts of each account in a room. */
    public synchronized Map<String, Bounds> parts(String room) {
        return new TreeMap<>(parts.getOrDefault(room, Map.of()));
    }

    private static void note(Map<String, Map<String, Bounds>> counts, String room, String account, boolean certain) {
        counts.computeIfAbsent(room, id -> new TreeMap<>()).compute(account, (key, known) -> {
            Bounds bounds = known == null ? Bounds.NONE : known;
            return certain ? bounds.certain() : bounds.possible();
        });
    }
}
