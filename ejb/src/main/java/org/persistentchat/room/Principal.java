package org.persistentchat.room;

import org.persistentchat.identity.PersonId;

/** A person or group that rights are given to. Ids of people and groups are of one space. */
public record Principal(long value) {
    /** The built-in group that everyone belongs to. */
    public static final Principal EVERYONE = new Principal(1);

    public static Principal of(PersonId person) {
        return new Principal(person.value());
    }
}
