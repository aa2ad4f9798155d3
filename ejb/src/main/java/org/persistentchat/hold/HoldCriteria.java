package org.persistentchat.hold;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.wording.WordMatch;

/**
 * What a hold is of: all that meets every criterion. A criterion that is empty is met by everything.
 *
 * @param rooms ids, and their names when the hold was set
 * @param people ids, and their accounts when the hold was set
 * @param words found in the text, or in any version of it that is there
 * @param from what happened at this time or later
 * @param until what happened before this time
 */
public record HoldCriteria(
        Map<Long, String> rooms,
        Map<Long, String> people,
        WordMatch words,
        Optional<Instant> from,
        Optional<Instant> until) {

    public HoldCriteria {
        rooms = Map.copyOf(rooms);
        people = Map.copyOf(people);
    }

    /** Whether it covers a message of the content database. */
    boolean covers(HeldText text) {
        return (rooms.isEmpty() || rooms.containsKey(text.room()))
                && (people.isEmpty() || people.containsKey(text.author()))
                && isAt(text.at())
                && words.matches(text.text());
    }

    /** Whether it covers a record of the archive, which has accounts and ids as texts. */
    boolean covers(HeldRecord record) {
        return (rooms.isEmpty() || isOfRoom(record.room()))
                && (people.isEmpty() || people.containsValue(record.account()))
                && isAt(record.at())
                && words.matches(record.text());
    }

    private boolean isOfRoom(String recorded) {
        OptionalLong room = OpaqueId.decode(recorded);
        return room.isPresent() && rooms.containsKey(room.getAsLong());
    }

    private boolean isAt(Instant at) {
        return from.map(first -> !at.isBefore(first)).orElse(true)
                && until.map(end -> at.isBefore(end)).orElse(true);
    }

    /** Whether it says nothing, and so covers everything there is. */
    public boolean isOfEverything() {
        return rooms.isEmpty() && people.isEmpty() && words.words().isBlank() && from.isEmpty() && until.isEmpty();
    }
}
