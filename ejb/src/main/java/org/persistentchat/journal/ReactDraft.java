package org.persistentchat.journal;

import java.time.Instant;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/**
 * A reaction to a message, or its end. One that is there already, or not there, is an event that changes nothing.
 *
 * @param on whether it begins
 */
public record ReactDraft(Room room, Person author, String key, long target, String emoji, boolean on)
        implements ChangeDraft {

    @Override
    public ReactDraft in(Room now) {
        return new ReactDraft(now, author, key, target, emoji, on);
    }

    @Override
    public EventKind kind() {
        return on ? EventKind.REACTION : EventKind.REACTION_BACK;
    }

    @Override
    public RecordKind record() {
        return on ? RecordKind.REACTION : RecordKind.REACTION_BACK;
    }

    @Override
    public String body() {
        return emoji;
    }

    @Override
    public Message changed(StoredMessage message, Instant at) {
        return message.message();
    }
}
