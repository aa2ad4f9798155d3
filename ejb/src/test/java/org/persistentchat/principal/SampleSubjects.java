package org.persistentchat.principal;

import java.util.stream.LongStream;
import org.persistentchat.identity.Person;

/** Subjects for tests. */
public final class SampleSubjects {
    private SampleSubjects() {}

    /** Somebody who belongs to {@code groups}, and as everybody does to everyone. */
    public static Subject of(Person person, long... groups) {
        long[] all = LongStream.concat(
                        LongStream.of(person.id().value(), Principal.EVERYONE.value()), LongStream.of(groups))
                .toArray();
        return new Subject(person, Memberships.ofIds(all));
    }
}
