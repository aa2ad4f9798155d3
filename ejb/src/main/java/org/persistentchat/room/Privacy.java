package org.persistentchat.room;

import java.util.Locale;

/** Who finds a room and who may enter it. */
public enum Privacy {
    /** Everyone in the category's scope finds it, reads and posts. */
    OPEN,
    /** Everyone in the category's scope finds it; members enter. */
    CLOSED,
    /** Only members know that it exists. */
    SECRET;

    /** The name as clients see it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
