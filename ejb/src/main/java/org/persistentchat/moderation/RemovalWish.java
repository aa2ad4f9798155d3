package org.persistentchat.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.wording.WordMatch;

/**
 * Which messages are to be removed, or which words replaced, as it is asked for and stored.
 *
 * @param rooms where; empty for everywhere
 * @param words what is looked for; blank for any text
 * @param replacement what takes the place of the words; absent: the messages go as a whole
 */
public record RemovalWish(
        List<RoomId> rooms,
        String words,
        WordMatch.Mode mode,
        boolean matchCase,
        Set<PersonId> authors,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> replacement) {

    public RemovalWish {
        rooms = List.copyOf(rooms);
        authors = Set.copyOf(authors);
    }

    /** A room is to be purged of what was said before a time. */
    static RemovalWish purge(RoomId room, Instant before) {
        return new RemovalWish(
                List.of(room),
                "",
                WordMatch.Mode.ANY,
                false,
                Set.of(),
                Optional.empty(),
                Optional.of(before),
                Optional.empty());
    }

    Removal removal() {
        MessageFilter filter = new MessageFilter(
                WordMatch.patterns(words, mode, matchCase), mode == WordMatch.Mode.ALL, authors, from, until);
        return new Removal(rooms, filter, replacement);
    }

    /** Whether it means every message there is. */
    public boolean isOfEverything() {
        return words.isBlank() && authors.isEmpty() && from.isEmpty() && until.isEmpty();
    }
}
