package org.persistentchat.event;

import java.time.Instant;
import org.persistentchat.room.RoomId;

/**
 * One committed fact in a room. Within a room sequences are dense from 1 and the same for everyone.
 *
 * @param account account of the author
 * @param name display name of the author
 * @param at time of the commit, UTC, milliseconds; order is given by the sequence, not by time
 */
public record RoomEvent(
        RoomId room, long sequence, EventKind kind, String account, String name, Instant at, Content content) {

    /** The message that the event is, or is about, as it is now. */
    public Message message() {
        return content instanceof Change change ? change.present() : (Message) content;
    }

    /** The sequence of the message that the event is, or is about. */
    public long about() {
        return content instanceof Change change ? change.target() : sequence;
    }

    /** The event after its message became {@code now}. */
    RoomEvent with(Message now) {
        Content changed = content instanceof Change change ? change.with(now) : now;
        return new RoomEvent(room, sequence, kind, account, name, at, changed);
    }
}
