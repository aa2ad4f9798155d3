package org.persistentchat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/** Gives each node name its number, the same at every start. */
final class ServerRegistration {
    private static final int ATTEMPTS = 10;

    private ServerRegistration() {}

    /** Servers that start at the same moment may both want the next number; the loser takes the one after. */
    static ServerIdentity register(DataSource dataSource, String name) throws SQLException {
        SQLException lost = new SQLException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Connection connection = dataSource.getConnection()) {
                int known = numberOf(connection, name);
                return new ServerIdentity(known > 0 ? known : insert(connection, name), name);
            } catch (SQLException failure) {
                if (!SqlErrors.isConstraintViolation(failure)) {
                    throw failure;
                }
                lost = failure;
            }
        }
        throw lost;
    }

    private static int numberOf(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT server_id FROM chat_server WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static int insert(Connection connection, String name) throws SQLException {
        int next;
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT COALESCE(MAX(server_id), 0) + 1 FROM chat_server");
                ResultSet row = select.executeQuery()) {
            row.next();
            next = row.getInt(1);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO chat_server (server_id, name, first_started) VALUES (?, ?, ?)")) {
            insert.setInt(1, next);
            insert.setString(2, name);
            UtcTimestamp.set(insert, 3, Instant.now());
            insert.executeUpdate();
        }
        return next;
    }
}
