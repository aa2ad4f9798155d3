package org.persistentchat.identity;

import java.util.Locale;

/** What a person may do beyond the rooms: the roles of the product that are not tied to a category or room. */
public enum Role {
    ADMINISTRATOR,
    COMPLIANCE_OFFICER;

    /** The name as clients see it, in lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
