package org.persistentchat.follow;

import org.persistentchat.identity.Person;
import org.persistentchat.room.RoomId;

/** What hints need to know of a person's rights, as of now. From memory; never blocks. */
interface FollowRights {
    boolean mayRead(Person person, RoomId room);

    /** Whether the room names the person as member, manager or presenter, also through groups. */
    boolean isNamed(Person person, RoomId room);
}
