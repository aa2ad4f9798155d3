package org.persistentchat.room;

import java.util.Locale;

/** Who of those in a room may post. */
public enum RoomType {
    /** Everyone who may enter may post. */
    NORMAL,
    /** Only presenters post, the others read. */
    AUDITORIUM;

    /** The name as clients see it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
