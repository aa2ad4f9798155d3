package org.persistentchat.rights;

import java.util.List;
import java.util.Locale;

/** Who makes a call of the call matrix, in the order of its columns. */
enum Role {
    /** Not signed in. */
    NOBODY,
    /** With a token that was good once. */
    EXPIRED,
    /** Signed in before an administrator deactivated them. */
    DEACTIVATED,
    /** Nothing but a person of the organisation. */
    PERSON,
    /** Creator in the category. */
    CREATOR,
    /** Named as a manager of the room. */
    MANAGER,
    /** Has the role administrator. */
    ADMINISTRATOR,
    /** Has the role compliance officer. */
    OFFICER;

    static final List<Role> ALL = List.of(values());

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
