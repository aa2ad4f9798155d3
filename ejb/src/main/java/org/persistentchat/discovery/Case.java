package org.persistentchat.discovery;

import java.time.Instant;
import java.util.Set;
import org.persistentchat.identity.PersonId;

/**
 * What some compliance officers look into.
 *
 * @param members who sees it
 * @param closed nothing is added or removed any more, until it is opened again
 * @param version rises with every change of what is said here; not with searches and records
 * @param records how many are picked
 */
public record Case(
        CaseId id,
        String name,
        String description,
        Set<PersonId> members,
        boolean closed,
        int version,
        int records,
        Instant createdAt) {

    public Case {
        members = Set.copyOf(members);
    }
}
