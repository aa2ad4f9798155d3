package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.persistentchat.identity.PersonId;

/** Writes who is mentioned in messages. Costs nothing for messages that mention nobody. */
final class MentionStatements {
    private final Connection connection;

    MentionStatements(Connection connection) {
        this.connection = connection;
    }

    /** Writes the mentions of what was said and changed, and returns what that changed. */
    List<MentionsChanged> write(JournalBatch batch, Map<PostKey, Posted> places, ChangeSet changes)
            throws SQLException {
        Map<Place, Set<PersonId>> now = new HashMap<>();
        Set<Place> older = new HashSet<>();
        for (Map.Entry<PostKey, Posted> place : places.entrySet()) {
            Draft draft = batch.draft(place.getKey());
            if (draft instanceof PurgeDraft) {
                for (ChangeSet.Changed gone : changes.done(place.getKey())) {
                    Place at = new Place(place.getKey().room(), gone.before().sequence());
                    now.put(at, Set.of());
                    older.add(at);
                }
                continue;
            }
            Set<PersonId> mentions = draft.mentions();
            if (mentions == null || (draft instanceof PostDraft && mentions.isEmpty())) {
                continue;
            }
            boolean change = draft instanceof ChangeDraft;
            Place at = new Place(
                    place.getKey().room(),
                    change ? draft.target() : place.getValue().sequence());
            now.put(at, mentions);
            if (change) {
                older.add(at);
            }
        }
        return now.isEmpty() ? List.of() : write(now, before(older));
    }

    private List<MentionsChanged> write(Map<Place, Set<PersonId>> now, Map<Place, Set<PersonId>> before)
            throws SQLException {
        List<MentionsChanged> changes = new ArrayList<>();
        now.forEach((place, people) -> {
            Set<PersonId> added = new HashSet<>(people);
            Set<PersonId> removed = new HashSet<>(before.getOrDefault(place, Set.of()));
            added.removeAll(removed);
            removed.removeAll(people);
            if (!added.isEmpty() || !removed.isEmpty()) {
                changes.add(new MentionsChanged(place.room(), place.sequence(), added, removed));
            }
        });
        try (PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM mention WHERE person_id = ? AND room_id = ? AND sequence = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO mention (person_id, room_id, sequence) VALUES (?, ?, ?)")) {
            for (MentionsChanged change : changes) {
                add(delete, change.removed(), change);
                add(insert, change.added(), change);
            }
            delete.executeBatch();
            insert.executeBatch();
        }
        return changes;
    }

    private static void add(PreparedStatement statement, Set<PersonId> people, MentionsChanged change)
            throws SQLException {
        for (PersonId person : people) {
            statement.setLong(1, person.value());
            statement.setLong(2, change.room().value());
            statement.setLong(3, change.sequence());
            statement.addBatch();
        }
    }

    private Map<Place, Set<PersonId>> before(Set<Place> places) throws SQLException {
        Map<Place, Set<PersonId>> before = new HashMap<>();
        if (places.isEmpty()) {
            return before;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT person_id FROM mention WHERE room_id = ? AND sequence = ?")) {
            for (Place place : places) {
                select.setLong(1, place.room().value());
                select.setLong(2, place.sequence());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        before.computeIfAbsent(place, any -> new HashSet<>()).add(new PersonId(rows.getLong(1)));
                    }
                }
            }
        }
        return before;
    }
}
