package org.persistentchat.idempotence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.persistentchat.database.UtcTimestamp;

/** The table {@code idempotent_answer}. */
final class AnswerTable {
    private AnswerTable() {}

    /** A stored answer, and what it answered. */
    record Row(String content, Answer answer) {}

    /** Takes the key for this transaction. Waits while another transaction has it; a violated constraint if that is committed. */
    static void reserve(Connection connection, RepeatableRequest request, Instant expiresAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO idempotent_answer"
                        + " (person_id, key_hash, request_hash, status, headers, body, expires_at) VALUES (?, ?, ?, 0, '', ?, ?)")) {
            insert.setLong(1, request.person());
            insert.setString(2, request.key());
            insert.setString(3, request.content());
            insert.setNString(4, "");
            UtcTimestamp.set(insert, 5, expiresAt);
            insert.executeUpdate();
        }
    }

    /** Stores the answer under the key that was taken. */
    static void fill(Connection connection, RepeatableRequest request, Answer answer) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE idempotent_answer"
                + " SET status = ?, headers = ?, body = ? WHERE person_id = ? AND key_hash = ?")) {
            update.setInt(1, answer.status());
            update.setNString(2, answer.headers());
            update.setNString(3, answer.body());
            update.setLong(4, request.person());
            update.setString(5, request.key());
            update.executeUpdate();
        }
    }

    static Optional<Row> find(Connection connection, RepeatableRequest request, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT request_hash, status, headers, body"
                + " FROM idempotent_answer WHERE person_id = ? AND key_hash = ? AND expires_at > ?")) {
            select.setLong(1, request.person());
            select.setString(2, request.key());
            UtcTimestamp.set(select, 3, now);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(
                                row.getString(1), new Answer(row.getInt(2), row.getString(3), row.getString(4))))
                        : Optional.empty();
            }
        }
    }

    /** Forgets this answer if it has expired. */
    static void forget(Connection connection, RepeatableRequest request, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM idempotent_answer WHERE person_id = ? AND key_hash = ? AND expires_at <= ?")) {
            delete.setLong(1, request.person());
            delete.setString(2, request.key());
            UtcTimestamp.set(delete, 3, now);
            delete.executeUpdate();
        }
    }

    /** Forgets all that have expired. */
    static int forgetExpired(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM idempotent_answer WHERE expires_at <= ?")) {
            UtcTimestamp.set(delete, 1, now);
            return delete.executeUpdate();
        }
    }
}
