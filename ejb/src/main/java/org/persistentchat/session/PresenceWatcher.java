package org.persistentchat.session;

import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** Hears who comes and goes by connections of this server, and who types. A CDI bean of this type is found. Must not block. */
public interface PresenceWatcher {

    /** The person came into the room or went, or came or went once more: {@link ChatSessions#isPresent} knows. */
    void changed(PersonId person, RoomId room);

    void typing(PersonId person, RoomId room, boolean typing);
}
