package org.persistentchat.session;

import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.presence.PresenceNews;
import org.persistentchat.room.RoomId;

/**
 * What showing one room came to.
 *
 * @param people who is there, or how many; null if the room is not shown
 * @param refusal why the room is not shown, or null if it is
 */
public record Shown(
        RoomId room,
        @Nullable PresenceNews people,
        @Nullable ChatException refusal) {

    static Shown of(PresenceNews people) {
        return new Shown(people.room(), people, null);
    }

    static Shown refused(RoomId room, ChatException refusal) {
        return new Shown(room, null, refusal);
    }
}
