package org.persistentchat.journal;

import org.jspecify.annotations.Nullable;
import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/**
 * All messages from sequence {@code from} to {@code target} are to be gone: one step of a purge, and one event. A step is small enough for one
 * transaction. If any of them is held, the whole step is refused with {@link org.persistentchat.error.ErrorCode#MESSAGE_HELD}.
 *
 * @param alone whether it is of one message, because others before it stay: clients see a deletion then, and otherwise that all up to {@code target} is
 *     gone
 * @param rule of retention that it follows, null if an administrator purges. Of a purge each message is recorded for compliance with its text; what a
 *     rule removes only by its number
 */
public record PurgeDraft(
        Room room,
        Person author,
        String key,
        long from,
        long target,
        boolean alone,
        @Nullable String rule) implements Draft {

    /** A step of a purge by an administrator, with nothing left before it. */
    public PurgeDraft(Room room, Person author, String key, long from, long target) {
        this(room, author, key, from, target, false, null);
    }

    @Override
    public PurgeDraft in(Room now) {
        return new PurgeDraft(now, author, key, from, target, alone, rule);
    }

    @Override
    public EventKind kind() {
        return alone ? EventKind.DELETE : EventKind.PURGE;
    }

    @Override
    public String body() {
        return "";
    }
}
