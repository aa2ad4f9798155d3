package org.persistentchat.identity;

import java.util.Locale;

/** What is said of one person about using the chat. Names are stored. */
public enum ChatSwitch {
    /** As for everybody. */
    INHERIT,
    /** May chat, also while others may not. */
    ON,
    /** May not chat. */
    OFF;

    /** The name as clients see it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
