package org.persistentchat.identity;

import java.util.Set;

/** People for tests. */
public final class SamplePeople {
    private SamplePeople() {}

    public static Person ana() {
        return person(1001, "ana");
    }

    public static Person ben() {
        return person(1002, "ben");
    }

    /** A person without any role. */
    public static Person person(long id, String account) {
        return new Person(new PersonId(id), account, "The " + account, account + "@example.org", true, true, Set.of());
    }

    public static Person administrator() {
        return new Person(new PersonId(1900), "root", "Root", null, true, true, Set.of(Role.ADMINISTRATOR));
    }
}
