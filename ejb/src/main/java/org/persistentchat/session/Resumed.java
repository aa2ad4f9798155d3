package org.persistentchat.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/**
 * What a resume did for one room.
 *
 * @param last newest sequence; deliveries begin after it
 * @param events the complete rest after the client's sequence; empty if {@code reset}
 * @param reset the rest is not given here and must be read as history
 * @param position how far the person has read; null if the room was not entered, or if it cannot be read at the moment
 * @param refusal why the room was not entered, or null if it was
 */
public record Resumed(
        RoomId room,
        long last,
        List<CommittedEvent> events,
        boolean reset,
        @Nullable RoomPosition position,
        @Nullable ChatException refusal) {

    static Resumed complete(RoomId room, long last, List<CommittedEvent> events) {
        return new Resumed(room, last, events, false, null, null);
    }

    static Resumed reset(RoomId room, long last) {
        return new Resumed(room, last, List.of(), true, null, null);
    }

    Resumed with(@Nullable RoomPosition known) {
        return new Resumed(room, last, events, reset, refusal == null ? known : null, refusal);
    }

    static Resumed refused(RoomId room, ChatException refusal) {
        return new Resumed(room, 0, List.of(), false, null, refusal);
    }
}
