package org.persistentchat.journal;

import java.time.Instant;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/**
 * A message is to be pinned, or not any more. One that is as wanted already is an event that changes nothing.
 *
 * @param on whether it is pinned from now on
 */
public record PinDraft(Room room, Person author, String key, long target, boolean on) implements ChangeDraft {

    @Override
    public PinDraft in(Room now) {
        return new PinDraft(now, author, key, target, on);
    }

    @Override
    public EventKind kind() {
        return on ? EventKind.PIN : EventKind.UNPIN;
    }

    @Override
    public RecordKind record() {
        return on ? RecordKind.PIN : RecordKind.UNPIN;
    }

    @Override
    public Message changed(StoredMessage message, Instant at) {
        if (on && message.message().unkept()) {
            throw new ChatException(ErrorCode.NOT_KEPT, "Messages of this room are not kept and cannot be pinned.");
        }
        return message.message().pinned(on);
    }
}
