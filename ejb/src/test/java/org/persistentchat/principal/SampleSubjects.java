package org.persistentchat.principal;

import java.util.stream.LongStream;
import org.persistentchat.identity.Person;

/** Subjects for tests. */
public final class SampleSubjects {
    private SampleSubjects() {}

    /** Somebody who belongs to {@code groups}, and as everybody does to everyone. */
    public static Subject of(Person person, long... groups) {
        return new Subject(person, memberships(person.id().value(), groups));
    }

    /** What a person or group belongs to that is directly or indirectly in {@code groups}. */
    public static Memberships memberships(long principal, long... groups) {
        return Memberships.ofIds(
                LongStream.concat(LongStream.of(principal, Principal.EVERYONE.value()), LongStream.of(groups))
                        .toArray());
    }
}
