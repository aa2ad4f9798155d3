package org.persistentchat.loadtest.client;

import java.util.List;

/** A room to be created with its lists, by an administrator; principals are named like {@code person:ana}. */
public record RoomDraft(String name, String category, String privacy, List<String> members, List<String> managers) {

    /** Names in its lists. */
    public int entries() {
        return members.size() + managers.size();
    }
}
