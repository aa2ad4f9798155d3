package org.persistentchat.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.room.RoomId;

/** How far rooms are, and which servers live, as the database has it. */
final class HeadTable {
    private final DataSource dataSource;

    HeadTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Map<RoomId, Long> heads(Collection<RoomId> rooms) throws SQLException {
        Map<RoomId, Long> heads = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (IdLists.Some some :
                    IdLists.of(rooms.stream().map(RoomId::value).toList())) {
                try (PreparedStatement select = connection.prepareStatement(
                        "SELECT room_id, last_sequence FROM room_head WHERE room_id IN " + some.places())) {
                    some.set(select, 1);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            heads.put(new RoomId(row.getLong(1)), row.getLong(2));
                        }
                    }
                }
            }
        }
        return heads;
    }

    /** Servers other than {@code own} that were not heard since {@code silentSince} and have people in rooms. */
    List<ServerIdentity> lostWithStays(int own, Instant silentSince) throws SQLException {
        List<ServerIdentity> lost = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT s.server_id, s.name FROM chat_server s"
                        + " JOIN server_heartbeat h ON h.server_id = s.server_id"
                        + " WHERE s.server_id <> ? AND h.heard_at < ?"
                        + " AND EXISTS (SELECT 1 FROM room_stay r WHERE r.server_id = s.server_id)")) {
            select.setInt(1, own);
            UtcTimestamp.set(select, 2, silentSince);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lost.add(new ServerIdentity(row.getInt(1), row.getString(2)));
                }
            }
        }
        return lost;
    }

    /** Names of the servers that said after {@code since} that they live, by number; without those that are suspended and have nobody: they write nothing. */
    Map<Integer, String> living(Instant since) throws SQLException {
        Map<Integer, String> servers = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT s.server_id, s.name FROM server_heartbeat h"
                                + " JOIN chat_server s ON s.server_id = h.server_id"
                                + " WHERE h.heard_at > ? AND h.state <> 'STOPPED'"
                                + " AND (h.state <> 'SUSPENDED' OR h.connections > 0)")) {
            UtcTimestamp.set(select, 1, since);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    servers.put(row.getInt(1), row.getString(2));
                }
            }
        }
        return servers;
    }
}
