package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.persistentchat.identity.Person;

/** Lists. */
@ApplicationScoped
public class RoomCatalog {
    public RoomPage find(Person who, String nameContains, String after, int limit) {
        throw new IllegalStateException();
    }

    public RoomCard card(Person who, RoomId room) {
        throw new IllegalStateException();
    }

    public List<Category> categories(Person who) {
        throw new IllegalStateException();
    }
}
