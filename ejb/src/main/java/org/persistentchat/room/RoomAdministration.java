package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import org.persistentchat.identity.Person;

/** Creates. */
@ApplicationScoped
public class RoomAdministration {
    public Category createCategory(Person by, NewCategory category) {
        throw new IllegalStateException();
    }

    public Room createRoom(Person by, NewRoom room) {
        throw new IllegalStateException();
    }
}
