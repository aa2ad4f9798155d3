package org.persistentchat.journal;

import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/**
 * All messages from sequence {@code from} to {@code target} are to be gone, as those before are already: one step of a purge, and one event.
 * Each message is recorded for compliance. A step is small enough for one transaction.
 */
public record PurgeDraft(Room room, Person author, String key, long from, long target) implements Draft {

    @Override
    public EventKind kind() {
        return EventKind.PURGE;
    }

    @Override
    public String body() {
        return "";
    }
}
