package org.persistentchat.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.database.UtcTimestamp;

/** The table {@code server_heartbeat}: one row a server, which only that server writes. */
final class HeartbeatTable {
    private HeartbeatTable() {}

    static void write(Connection connection, int serverId, String address, PoolServer.Said said) throws SQLException {
        if (update(connection, serverId, address, said) == 0) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO server_heartbeat (heard_at, started_at, state, connections, outbox_batches,"
                            + " oldest_outbox_at, address, server_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                set(insert, serverId, address, said);
                insert.executeUpdate();
            }
        }
    }

    private static int update(Connection connection, int serverId, String address, PoolServer.Said said)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE server_heartbeat SET heard_at = ?, started_at = ?, state = ?,"
                        + " connections = ?, outbox_batches = ?, oldest_outbox_at = ?, address = ?"
                        + " WHERE server_id = ?")) {
            set(update, serverId, address, said);
            return update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int serverId, String address, PoolServer.Said said)
            throws SQLException {
        UtcTimestamp.set(statement, 1, said.heardAt());
        UtcTimestamp.set(statement, 2, said.startedAt());
        statement.setString(3, said.state().name());
        statement.setInt(4, said.connections());
        statement.setLong(5, said.outboxBatches());
        UtcTimestamp.setOptional(statement, 6, said.oldestOutboxAt());
        statement.setNString(7, address);
        statement.setInt(8, serverId);
    }

    /** All servers that ever said something, by name. Who was not heard since {@code lostBefore} is lost. */
    static List<PoolServer> read(Connection connection, Instant lostBefore) throws SQLException {
        List<PoolServer> servers = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT s.server_id, s.name, s.duty, s.duty_version, h.address,"
                                + " h.state, h.started_at, h.heard_at, h.connections, h.outbox_batches,"
                                + " h.oldest_outbox_at FROM server_heartbeat h"
                                + " JOIN chat_server s ON s.server_id = h.server_id ORDER BY s.name");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                servers.add(new PoolServer(
                        row.getInt(1),
                        row.getString(2),
                        new PoolServer.Assignment(Duty.valueOf(row.getString(3)), row.getLong(4)),
                        row.getString(5),
                        said(row, lostBefore)));
            }
        }
        return servers;
    }

    private static PoolServer.Said said(ResultSet row, Instant lostBefore) throws SQLException {
        Instant heardAt = UtcTimestamp.read(row, 8);
        return new PoolServer.Said(
                state(row.getString(6), heardAt.isBefore(lostBefore)),
                UtcTimestamp.read(row, 7),
                heardAt,
                row.getInt(9),
                row.getLong(10),
                UtcTimestamp.readOptional(row, 11));
    }

    private static PoolServer.State state(String said, boolean silent) {
        PoolServer.State state = PoolServer.State.valueOf(said);
        return silent && state != PoolServer.State.STOPPED ? PoolServer.State.LOST : state;
    }
}
