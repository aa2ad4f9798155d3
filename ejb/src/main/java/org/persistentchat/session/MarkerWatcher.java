package org.persistentchat.session;

import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** Hears that a read marker moved, on this server. A CDI bean of this type is found. Must not block. */
public interface MarkerWatcher {
    void moved(PersonId person, RoomId room, RoomPosition now);
}
