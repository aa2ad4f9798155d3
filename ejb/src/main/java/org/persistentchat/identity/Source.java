package org.persistentchat.identity;

import java.util.Locale;

/** Where a person or group comes from. Names are stored. */
public enum Source {
    /** Administered here. */
    LOCAL,
    /** An outer directory, to which names and memberships belong. */
    LDAP;

    /** The name as clients see it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
