package org.persistentchat.follow;

import java.util.Locale;

/** Why a person is told of a message at once. */
public enum NotifyReason {
    MENTION,
    ALERT;

    /** The name as clients see it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
