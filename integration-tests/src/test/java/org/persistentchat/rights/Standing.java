package org.persistentchat.rights;

import java.util.List;

/** How somebody stands to the rooms of the matrix. */
enum Standing {
    /** Nothing but a person of the organisation. */
    NOBODY,
    /** Named as a member. */
    MEMBER,
    /** Member through a group that lies in a group. */
    NESTED,
    /** Named as a manager. */
    MANAGER,
    /** Named as a member and as a presenter. */
    PRESENTER,
    /** Creator in the category. */
    CREATOR,
    /** Has the role administrator. */
    ADMINISTRATOR,
    /** Has the role compliance officer. */
    OFFICER;

    static final List<Standing> ALL = List.of(values());

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
