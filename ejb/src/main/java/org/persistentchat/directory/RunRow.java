package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;

/** The one row of the table {@code directory_run}: by it servers agree on who reads, and from where on. */
final class RunRow {
    private static final String NAME = "LDAP";

    private RunRow() {}

    /** Makes the row if it is not there. */
    static void prepare(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO directory_run (directory, holder, held_until, whole, outcome, counts)"
                        + " SELECT ?, 0, ?, 0, 'none', '' WHERE NOT EXISTS"
                        + " (SELECT 1 FROM directory_run WHERE directory = ?)")) {
            insert.setString(1, NAME);
            UtcTimestamp.set(insert, 2, Instant.EPOCH);
            insert.setString(3, NAME);
            insert.executeUpdate();
        } catch (SQLException failure) {
            if (!SqlErrors.isConstraintViolation(failure)) {
                throw failure; // otherwise another server made it at the same moment
            }
        }
    }

    /** Takes the lease; false if another holds it. */
    static boolean take(Connection connection, int holder, Instant now, Instant until, boolean whole)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE directory_run SET holder = ?, held_until = ?, started_at = ?, ended_at = NULL, whole = ?,"
                        + " outcome = 'running', failure = NULL, counts = '' WHERE directory = ? AND held_until < ?")) {
            update.setInt(1, holder);
            UtcTimestamp.set(update, 2, until);
            UtcTimestamp.set(update, 3, now);
            update.setBoolean(4, whole);
            update.setString(5, NAME);
            UtcTimestamp.set(update, 6, now);
            return update.executeUpdate() == 1;
        }
    }

    /** Holds the lease for longer, and until the transaction ends nobody can take it; false if it was lost. */
    static boolean hold(Connection connection, int holder, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE directory_run SET held_until = ?"
                + " WHERE directory = ? AND holder = ? AND outcome = 'running'")) {
            UtcTimestamp.set(update, 1, until);
            update.setString(2, NAME);
            update.setInt(3, holder);
            return update.executeUpdate() == 1;
        }
    }

    /** What a reading came to. */
    record End(
            Instant at,
            boolean whole,
            @Nullable String mark,
            @Nullable String failure,
            RunCounts counts) {}

    /** Writes the end down and lets go of the lease. */
    static void end(Connection connection, int holder, End end) throws SQLException {
        boolean done = end.failure() == null;
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE directory_run SET held_until = ?, ended_at = ?, whole = ?, outcome = ?, failure = ?, counts = ?"
                        + (done ? ", mark = ?" : "")
                        + (done && end.whole() ? ", whole_at = started_at" : "")
                        + " WHERE directory = ? AND holder = ?")) {
            int at = 1;
            UtcTimestamp.set(update, at++, Instant.EPOCH);
            UtcTimestamp.set(update, at++, end.at());
            update.setBoolean(at++, end.whole());
            update.setString(at++, done ? "done" : "failed");
            update.setNString(at++, cut(end.failure()));
            update.setNString(at++, end.counts().text());
            if (done) {
                update.setNString(at++, end.mark());
            }
            update.setString(at++, NAME);
            update.setInt(at, holder);
            update.executeUpdate();
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }

    /** How far the directory was read. */
    static Optional<String> mark(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT mark FROM directory_run WHERE directory = ?")) {
            select.setString(1, NAME);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }

    static RunStatus status(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT held_until, started_at, ended_at, whole_at,"
                + " whole, outcome, failure, counts FROM directory_run WHERE directory = ?")) {
            select.setString(1, NAME);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new RunStatus(
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            "none",
                            Optional.empty(),
                            RunCounts.NONE);
                }
                return new RunStatus(
                        UtcTimestamp.read(row, 1).isAfter(now),
                        UtcTimestamp.readOptional(row, 2),
                        UtcTimestamp.readOptional(row, 3),
                        UtcTimestamp.readOptional(row, 4),
                        row.getBoolean(5),
                        row.getString(6),
                        Optional.ofNullable(row.getString(7)),
                        RunCounts.parse(row.getString(8)));
            }
        }
    }
}
