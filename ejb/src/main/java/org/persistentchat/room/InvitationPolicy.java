package org.persistentchat.room;

import java.util.Locale;

/** Whether people who are made members of a room are told. Names are stored. */
public enum InvitationPolicy {
    /** As the category says. */
    INHERIT,
    OFF;

    /** The name as clients see it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
