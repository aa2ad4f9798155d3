package org.persistentchat.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.persistentchat.database.UtcTimestamp;

/** The tables {@code change_head} and {@code change_log}. */
final class ChangeTable {
    /** What one reading brings; the rest comes with the next. */
    private static final int READ_AT_ONCE = 50_000;

    private static final Map<String, ChangeKind> KINDS =
            Stream.of(ChangeKind.values()).collect(Collectors.toUnmodifiableMap(ChangeKind::name, kind -> kind));

    private ChangeTable() {}

    /** What is to be recorded. */
    record Subject(ChangeKind kind, long id) {}

    /** Takes the next number and records under it; the number is locked until the transaction ends. */
    static long append(Connection connection, Collection<Subject> subjects, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE change_head SET change_id = change_id + 1 WHERE head_id = 1")) {
            update.executeUpdate();
        }
        long number = head(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO change_log (change_id, kind, subject, changed_at) VALUES (?, ?, ?, ?)")) {
            for (Subject subject : subjects) {
                insert.setLong(1, number);
                insert.setString(2, subject.kind().name());
                insert.setLong(3, subject.id());
                UtcTimestamp.set(insert, 4, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return number;
    }

    /** Number of the newest change. */
    static long head(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT change_id FROM change_head WHERE head_id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * The changes after {@code number}, in order; a number is never cut in two. Kinds that this version of the product does not know are left out: a newer
     * neighbour wrote them. The number that is missing then has everything read anew.
     */
    static List<Change> since(Connection connection, long number) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT change_id, kind, subject FROM change_log WHERE change_id > ? ORDER BY change_id")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    boolean enough = changes.size() >= READ_AT_ONCE;
                    if (enough && changes.get(changes.size() - 1).number() != id) {
                        break;
                    }
                    ChangeKind kind = KINDS.get(row.getString(2));
                    if (kind != null) {
                        changes.add(new Change(id, kind, row.getLong(3)));
                    }
                }
            }
        }
        return changes;
    }

    /** Forgets changes from before {@code until}. */
    static void forget(Connection connection, Instant until) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM change_log WHERE changed_at < ?")) {
            UtcTimestamp.set(delete, 1, until);
            delete.executeUpdate();
        }
    }
}
