package org.persistentchat.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.persistentchat.audit.AuditState;

/**
 * What is looked for: records that all parts fit; a part that is empty fits every record. Names and words are compared without regard to case.
 *
 * @param person account or e-mail address of who did it
 * @param present also what happened in a room while that person was there; without a person it means nothing
 * @param rooms any of them: identity, or name at that time
 * @param category its name at that time
 * @param kinds any of them; if empty, all but what officers did themselves
 * @param from not before
 * @param until before
 * @param words all of them, in the text, the title, or the text before a change; a word with signs in it, as {@code e-mail}, is found as it is
 */
public record ArchiveQuery(
        Optional<String> person,
        boolean present,
        List<String> rooms,
        Optional<String> category,
        Set<String> kinds,
        Optional<Instant> from,
        Optional<Instant> until,
        String words) {

    /** Every record. */
    public static final ArchiveQuery EVERYTHING = new ArchiveQuery(
            Optional.empty(), false, List.of(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), "");

    public ArchiveQuery {
        rooms = List.copyOf(rooms);
        kinds = Set.copyOf(kinds);
    }

    /** What compliance and the audit log are told; parts that are empty are left out. */
    AuditState tell(AuditState state) {
        return state.and("person", person.orElse(null))
                .and("present", present ? true : null)
                .and("rooms", rooms.isEmpty() ? null : rooms)
                .and("category", category.orElse(null))
                .and("kinds", kinds.isEmpty() ? null : kinds.stream().sorted().toList())
                .and("from", from.map(Instant::toString).orElse(null))
                .and("until", until.map(Instant::toString).orElse(null))
                .and("words", words.isEmpty() ? null : words);
    }
}
