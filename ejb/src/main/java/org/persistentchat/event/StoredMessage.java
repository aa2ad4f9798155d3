package org.persistentchat.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.PersonId;

/**
 * A message as the content database has it.
 *
 * @param at when it was said
 * @param editor who edited it last; the message itself has the account
 */
public record StoredMessage(
        long sequence,
        EventKind kind,
        PersonId author,
        Instant at,
        @Nullable PersonId editor,
        Message message) {

    public StoredMessage with(Message now) {
        return new StoredMessage(sequence, kind, author, at, editor, now);
    }

    public StoredMessage editedBy(PersonId person) {
        return new StoredMessage(sequence, kind, author, at, person, message);
    }
}
