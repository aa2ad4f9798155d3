package org.persistentchat.hold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;
import org.persistentchat.wording.WordMatch;

/** The tables {@code legal_hold}, {@code legal_hold_subject} and {@code hold_gate}, for SQL Server and H2 alike. */
final class HoldTable {
    private static final String COLUMNS = "hold_id, name, matter, reason, words, match_mode, match_case, from_at,"
            + " until_at, created_by, created_at, released_by, released_at";
    private static final int ALL = Integer.MAX_VALUE;

    private final Connection connection;

    HoldTable(Connection connection) {
        this.connection = connection;
    }

    private record Subjects(Map<Long, String> rooms, Map<Long, String> people) {
        private static final Subjects NONE = new Subjects(Map.of(), Map.of());
    }

    void lock(int changes) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE hold_gate SET passes = passes + 1, version = version + ? WHERE gate_id = 1")) {
            update.setInt(1, changes);
            update.executeUpdate();
        }
    }

    long version() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT version FROM hold_gate WHERE gate_id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    Holds inForce() throws SQLException {
        List<LegalHold> holds = list(false, ALL);
        return holds.isEmpty()
                ? Holds.NONE
                : new Holds(holds.stream().map(LegalHold::criteria).toList());
    }

    List<LegalHold> list(boolean released, int limit) throws SQLException {
        String query = "SELECT " + COLUMNS + " FROM legal_hold" + (released ? "" : " WHERE released_at IS NULL")
                + " ORDER BY created_at DESC, hold_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setInt(1, limit);
            return read(select);
        }
    }

    Optional<LegalHold> find(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM legal_hold WHERE hold_id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    private List<LegalHold> read(PreparedStatement select) throws SQLException {
        List<LegalHold> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(hold(row, Subjects.NONE));
            }
        }
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Long, Subjects> subjects = subjects(rows.stream().map(LegalHold::id).toList());
        List<LegalHold> holds = new ArrayList<>();
        for (LegalHold row : rows) {
            Subjects own = subjects.getOrDefault(row.id(), Subjects.NONE);
            HoldCriteria bare = row.criteria();
            HoldCriteria criteria =
                    new HoldCriteria(own.rooms(), own.people(), bare.words(), bare.from(), bare.until());
            holds.add(new LegalHold(
                    row.id(),
                    row.purpose(),
                    criteria,
                    row.createdBy(),
                    row.createdAt(),
                    row.releasedBy(),
                    row.releasedAt()));
        }
        return holds;
    }

    private static LegalHold hold(ResultSet row, Subjects subjects) throws SQLException {
        WordMatch words = WordMatch.of(row.getString(5), WordMatch.Mode.valueOf(row.getString(6)), row.getBoolean(7));
        @Nullable Instant releasedAt = UtcTimestamp.readOptional(row, 13).orElse(null);
        return new LegalHold(
                row.getLong(1),
                new LegalHold.Purpose(row.getString(2), row.getString(3), row.getString(4)),
                new HoldCriteria(
                        subjects.rooms(),
                        subjects.people(),
                        words,
                        UtcTimestamp.readOptional(row, 8),
                        UtcTimestamp.readOptional(row, 9)),
                new PersonId(row.getLong(10)),
                UtcTimestamp.read(row, 11),
                releasedAt == null ? null : new PersonId(row.getLong(12)),
                releasedAt);
    }

    private Map<Long, Subjects> subjects(List<Long> holds) throws SQLException {
        Map<Long, Subjects> all = new HashMap<>();
        for (IdLists.Some some : IdLists.of(holds)) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT hold_id, kind, subject_id, name FROM legal_hold_subject WHERE hold_id IN "
                            + some.places())) {
                some.set(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        Subjects own = all.computeIfAbsent(
                                row.getLong(1), any -> new Subjects(new HashMap<>(), new HashMap<>()));
                        (row.getString(2).equals("ROOM") ? own.rooms() : own.people())
                                .put(row.getLong(3), row.getString(4));
                    }
                }
            }
        }
        return all;
    }

    void insert(LegalHold hold) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO legal_hold (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)")) {
            insert.setLong(1, hold.id());
            insert.setNString(2, hold.purpose().name());
            insert.setNString(3, hold.purpose().matter());
            insert.setNString(4, hold.purpose().reason());
            insert.setNString(5, hold.criteria().words().words());
            insert.setString(6, hold.criteria().words().mode().name());
            insert.setBoolean(7, hold.criteria().words().matchCase());
            UtcTimestamp.setOptional(insert, 8, hold.criteria().from());
            UtcTimestamp.setOptional(insert, 9, hold.criteria().until());
            insert.setLong(10, hold.createdBy().value());
            UtcTimestamp.set(insert, 11, hold.createdAt());
            insert.executeUpdate();
        }
        subjects(hold.id(), "ROOM", hold.criteria().rooms());
        subjects(hold.id(), "PERSON", hold.criteria().people());
    }

    private void subjects(long hold, String kind, Map<Long, String> names) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO legal_hold_subject (hold_id, kind, subject_id, name) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Long, String> subject : names.entrySet()) {
                insert.setLong(1, hold);
                insert.setString(2, kind);
                insert.setLong(3, subject.getKey());
                insert.setNString(4, subject.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    boolean release(long id, PersonId by, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE legal_hold SET released_by = ?,"
                + " released_at = ? WHERE hold_id = ? AND released_at IS NULL")) {
            update.setLong(1, by.value());
            UtcTimestamp.set(update, 2, now);
            update.setLong(3, id);
            return update.executeUpdate() == 1;
        }
    }
}
