package org.persistentchat.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;

/**
 * Something that becomes one event of a room. Rights to the room and limits have been checked; what depends on the message that it refers
 * to is checked in the transaction, and only this draft is refused then.
 */
public sealed interface Draft permits PostDraft, ChangeDraft, PurgeDraft {
    Room room();

    /** The same in its room as it is now: it may have moved to another category while the draft waited. */
    Draft in(Room now);

    Person author();

    /** The client's key: a repeated one gets the first answer. */
    String key();

    EventKind kind();

    /** Sequence of the message that the event is about or answers, 0 for none. */
    long target();

    /** What is stored as the body of the event itself. */
    String body();

    /** What is stored as the title of the event itself. */
    default @Nullable String title() {
        return null;
    }

    /** Who is mentioned by what the draft says; null if it says nothing about that. */
    default @Nullable Set<PersonId> mentions() {
        return null;
    }

    /** Whether it is a message that is not kept for users. */
    default boolean unkept() {
        return kind().isMessage() && !room().category().chatHistory();
    }

    /** UTF-16 code units of text in it. */
    default int characters() {
        return body().length();
    }
}
