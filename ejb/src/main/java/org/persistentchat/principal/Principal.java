package org.persistentchat.principal;

import org.persistentchat.identity.PersonId;

/** A person, group or organisational unit that rights are given to. All ids are of one space. */
public record Principal(long value) {
    /** The built-in group that everyone belongs to. */
    public static final Principal EVERYONE = new Principal(1);

    public static Principal of(PersonId person) {
        return new Principal(person.value());
    }
}
