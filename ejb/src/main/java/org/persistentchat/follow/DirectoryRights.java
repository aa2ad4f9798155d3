package org.persistentchat.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.persistentchat.identity.Person;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/** Rights as the directory of rooms has them now. */
@ApplicationScoped
class DirectoryRights implements FollowRights {
    @Inject
    RoomDirectory rooms;

    @Inject
    Subjects subjects;

    @Override
    public boolean mayRead(Person person, RoomId room) {
        Subject who = subjects.of(person);
        return who.person().active()
                && rooms.find(room)
                        .filter(found -> RoomRights.mayRead(who, found))
                        .isPresent();
    }

    @Override
    public boolean isNamed(Person person, RoomId room) {
        Subject who = subjects.of(person);
        return rooms.find(room).filter(found -> RoomRights.isNamed(who, found)).isPresent();
    }
}
