package org.persistentchat.recording;

import java.util.Set;
import org.persistentchat.room.CategoryId;

/**
 * What officers decided.
 *
 * @param everything whether anything is recorded
 * @param excluded categories that are not recorded although everything is
 * @param version rises with every change
 */
public record Scope(boolean everything, Set<CategoryId> excluded, int version) {

    /** Before anything is known: all is recorded. */
    static final Scope ALL = new Scope(true, Set.of(), 0);

    public Scope {
        excluded = Set.copyOf(excluded);
    }

    boolean records(CategoryId category) {
        return everything && !excluded.contains(category);
    }
}
