package org.persistentchat.principal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;

/** Says who somebody is at this moment, from memory. */
@ApplicationScoped
public class Subjects {
    @Inject
    PersonDirectory people;

    @Inject
    PrincipalGraph graph;

    /** The person as they are now, with what they belong to now; whoever is not known any more is as given, and belongs to nothing more than everyone. */
    public Subject of(Person person) {
        return new Subject(people.current(person), graph.memberships(person.id()));
    }
}
