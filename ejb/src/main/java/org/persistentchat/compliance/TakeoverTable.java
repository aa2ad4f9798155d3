package org.persistentchat.compliance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;

/** The table {@code outbox_takeover}: which server sends the rows of a lost one. */
final class TakeoverTable {
    private static final String LOST = "SELECT s.server_id FROM chat_server s"
            + " LEFT JOIN server_heartbeat h ON h.server_id = s.server_id"
            + " WHERE s.server_id <> ? AND (h.heard_at IS NULL OR h.heard_at < ? OR h.state = 'STOPPED')"
            + " AND EXISTS (SELECT 1 FROM compliance_outbox o WHERE o.server_id = s.server_id)";

    private final DataSource content;

    TakeoverTable(DataSource content) {
        this.content = content;
    }

    /** Servers other than {@code own} that left rows and were not heard since {@code silentSince}, or have stopped. */
    List<Integer> lost(int own, Instant silentSince) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(LOST)) {
            select.setInt(1, own);
            UtcTimestamp.set(select, 2, silentSince);
            List<Integer> servers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    servers.add(row.getInt(1));
                }
            }
            return servers;
        }
    }

    /** Takes over, or goes on; false if another server has taken over and still holds it at {@code now}. */
    boolean hold(int serverId, int by, Instant now, Instant until) throws SQLException {
        try (Connection connection = content.getConnection()) {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE outbox_takeover SET taken_by = ?, held_until = ?"
                            + " WHERE server_id = ? AND (taken_by = ? OR held_until < ?)")) {
                update.setInt(1, by);
                UtcTimestamp.set(update, 2, until);
                update.setInt(3, serverId);
                update.setInt(4, by);
                UtcTimestamp.set(update, 5, now);
                if (update.executeUpdate() > 0) {
                    return true;
                }
            }
            return insert(connection, serverId, by, until);
        }
    }

    private static boolean insert(Connection connection, int serverId, int by, Instant until) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO outbox_takeover (server_id, taken_by, held_until) VALUES (?, ?, ?)")) {
            insert.setInt(1, serverId);
            insert.setInt(2, by);
            UtcTimestamp.set(insert, 3, until);
            return insert.executeUpdate() > 0;
        } catch (SQLException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                return false; // another server holds it
            }
            throw failure;
        }
    }
}
