package org.persistentchat.follow;

import java.util.HashSet;
import java.util.Set;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** Rights as the test says. */
final class SettableRights implements FollowRights {
    final Set<PersonId> readers = new HashSet<>();
    final Set<PersonId> named = new HashSet<>();

    @Override
    public boolean mayRead(Person person, RoomId room) {
        return readers.contains(person.id());
    }

    @Override
    public boolean isNamed(Person person, RoomId room) {
        return named.contains(person.id());
    }
}
