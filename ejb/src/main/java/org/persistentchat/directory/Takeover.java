package org.persistentchat.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way into the content database.
 *
 * @param unit the principal of the unit that it lies in; 0: none that is known
 * @param title what it is called here
 * @param before what was taken over earlier; null: nothing
 */
record Takeover(
        OuterEntry entry, long unit, String title, @Nullable Known before, Known after) {

    boolean isNew() {
        return before == null;
    }

    long principal() {
        return after.principal();
    }

    /** The same under another name. */
    Takeover called(String otherTitle) {
        return new Takeover(entry, unit, otherTitle, before, after);
    }

    /** What a unit or a group is called when another has its name already. */
    Optional<String> longerTitle() {
        String path = String.join("/", entry.path());
        return path.equals(title) || path.length() > Takeovers.NAME_LENGTH ? Optional.empty() : Optional.of(path);
    }
}
