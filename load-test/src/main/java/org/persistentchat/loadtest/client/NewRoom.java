package org.persistentchat.loadtest.client;

import java.util.List;

/** A room to be created; {@code privacy} is {@code open}, {@code closed} or {@code secret}, members are principals like {@code person:ana}. */
public record NewRoom(String name, String category, String privacy, List<String> members) {

    /** A room that anyone in the category's scope may enter. */
    public static NewRoom open(String name, String category) {
        return new NewRoom(name, category, "open", List.of());
    }
}
