package org.persistentchat.follow;

import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** Hears that a person chose another level for a room, on this server. A CDI bean of this type is found. Must not block. */
public interface ChoiceWatcher {
    void chosen(PersonId person, RoomId room);
}
