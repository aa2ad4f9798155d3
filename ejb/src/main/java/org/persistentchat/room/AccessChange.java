package org.persistentchat.room;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** Principals to be added to and removed from lists, by their names. */
public record AccessChange(Map<Relation, List<String>> add, Map<Relation, List<String>> remove) {
    /** Names in one change. */
    public static final int MOST_NAMES = 5_000;

    List<String> added(Relation relation) {
        return add.getOrDefault(relation, List.of());
    }

    List<String> removed(Relation relation) {
        return remove.getOrDefault(relation, List.of());
    }

    /** Refuses what is too much, and what says two things of the same name. */
    void check() {
        int names = count(add) + count(remove);
        if (names > MOST_NAMES) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD, "A change has at most " + MOST_NAMES + " names.", MOST_NAMES);
        }
        for (Relation relation : add.keySet()) {
            Set<String> both = new HashSet<>(added(relation));
            both.retainAll(removed(relation));
            if (!both.isEmpty()) {
                String name = both.iterator().next();
                throw new ChatException(
                        ErrorCode.INVALID_FIELD, name + " cannot be added to and removed from the same list.");
            }
        }
    }

    private static int count(Map<Relation, List<String>> lists) {
        return lists.values().stream().mapToInt(List::size).sum();
    }
}
