package org.persistentchat.journal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.EventKind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;

/**
 * A message to be committed.
 *
 * @param kind one of those that are messages
 * @param title of a story
 * @param target sequence of the message that it answers, 0 for none
 * @param mentions people who are mentioned in it and may read it
 */
public record PostDraft(
        Room room,
        Person author,
        String key,
        EventKind kind,
        @Nullable String title,
        String body,
        long target,
        Set<PersonId> mentions)
        implements Draft {

    public PostDraft {
        mentions = Set.copyOf(mentions);
    }

    @Override
    public PostDraft in(Room now) {
        return new PostDraft(now, author, key, kind, title, body, target, mentions);
    }

    /** A plain message. */
    public PostDraft(Room room, Person author, String key, String body) {
        this(room, author, key, EventKind.MESSAGE, null, body, 0, Set.of());
    }
}
