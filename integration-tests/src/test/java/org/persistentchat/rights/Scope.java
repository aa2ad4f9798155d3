package org.persistentchat.rights;

import java.util.List;

/** Where the category of a room stands to those of the matrix. */
enum Scope {
    /** Everyone is allowed. */
    INSIDE,
    /** Only others are allowed. */
    OUTSIDE,
    /** Everyone is allowed, but they are denied through a group that lies in a group. */
    DENIED;

    static final List<Scope> ALL = List.of(values());

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
