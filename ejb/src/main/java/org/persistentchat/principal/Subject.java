package org.persistentchat.principal;

import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** Who asks for something: the person and what they belong to, as of now. Rights are computed from it and it is not kept. */
public record Subject(Person person, Memberships memberships) {

    public boolean is(Role role) {
        return person.is(role);
    }
}
