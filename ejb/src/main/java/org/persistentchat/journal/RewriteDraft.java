package org.persistentchat.journal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;

/**
 * An administrator removes a message, or words of it, because of what it says. Whether it still says that is asked in the transaction. Users
 * see a deletion or an edit by the administrator.
 *
 * @param removes whether the message goes as a whole
 */
public record RewriteDraft(Room room, Person author, String key, long target, boolean removes, Rewriting rewriting)
        implements ChangeDraft {

    /** Gives the new text of a message. */
    @FunctionalInterface
    public interface Rewriting {
        /** The new text, empty if all of it goes; null if the message is not meant (any more). */
        @Nullable String rewritten(StoredMessage message);
    }

    @Override
    public RewriteDraft in(Room now) {
        return new RewriteDraft(now, author, key, target, removes, rewriting);
    }

    @Override
    public EventKind kind() {
        return removes ? EventKind.DELETE : EventKind.EDIT;
    }

    @Override
    public RecordKind record() {
        return removes ? RecordKind.REMOVAL : RecordKind.REPLACEMENT;
    }

    /** What is removed mentions nobody; replaced words leave mentions as they are. */
    @Override
    public @Nullable Set<PersonId> mentions() {
        return removes ? Set.of() : null;
    }

    @Override
    public Message changed(StoredMessage message, Instant at) {
        String text = rewriting.rewritten(message);
        if (text == null) {
            throw new ChatException(ErrorCode.MESSAGE_NOT_FOUND, "The message does not say that any more.");
        }
        return removes
                ? message.message().gone()
                : message.message().edited(message.message().title(), text, new Message.Edited(at, author.account()));
    }
}
