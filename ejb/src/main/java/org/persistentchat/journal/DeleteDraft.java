package org.persistentchat.journal;

import java.time.Instant;
import java.util.Set;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;

/**
 * A message is to be deleted.
 *
 * @param ofOthers whether the person may delete what others said
 */
public record DeleteDraft(Room room, Person author, String key, long target, boolean ofOthers) implements ChangeDraft {

    @Override
    public DeleteDraft byManager(boolean manages) {
        return manages == ofOthers ? this : new DeleteDraft(room, author, key, target, manages);
    }

    @Override
    public DeleteDraft in(Room now) {
        return new DeleteDraft(now, author, key, target, ofOthers);
    }

    @Override
    public EventKind kind() {
        return EventKind.DELETE;
    }

    @Override
    public RecordKind record() {
        return RecordKind.DELETE;
    }

    @Override
    public Set<PersonId> mentions() {
        return Set.of();
    }

    @Override
    public Message changed(StoredMessage message, Instant at) {
        ChangeDraft.checkAuthor(this, message, ofOthers);
        return message.message().gone();
    }
}
