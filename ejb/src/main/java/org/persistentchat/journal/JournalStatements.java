package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.room.RoomId;

/** The statements of a journal transaction, for SQL Server and H2 alike; each does many rows. */
final class JournalStatements {
    private final Connection connection;

    JournalStatements(Connection connection) {
        this.connection = connection;
    }

    /**
     * Locks the heads of rooms in the order of their ids and advances them.
     *
     * @param counts new events by room
     * @param unrecorded rooms whose events are not recorded for compliance: they are counted, so that the others can be missed
     * @return rooms that have no head
     */
    Set<RoomId> advance(SortedMap<RoomId, Integer> counts, Set<RoomId> unrecorded) throws SQLException {
        Set<RoomId> missing = new HashSet<>();
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE room_head SET last_sequence = last_sequence + ?, unrecorded = unrecorded + ? WHERE room_id = ?")) {
            for (Map.Entry<RoomId, Integer> count : counts.entrySet()) {
                update.setInt(1, count.getValue());
                update.setInt(2, unrecorded.contains(count.getKey()) ? count.getValue() : 0);
                update.setLong(3, count.getKey().value());
                update.addBatch();
            }
            int[] changed = update.executeBatch();
            int index = 0;
            for (RoomId room : counts.keySet()) {
                if (changed[index++] == 0) {
                    missing.add(room);
                }
            }
        }
        return missing;
    }

    /** Locks the heads of rooms in the order of their ids, and returns those that have none. */
    Set<RoomId> lock(Collection<RoomId> rooms) throws SQLException {
        SortedMap<RoomId, Integer> unchanged = new TreeMap<>(JournalAttempt.BY_ID);
        rooms.forEach(room -> unchanged.put(room, 0));
        return advance(unchanged, Set.of());
    }

    /** The number of the newest change of rights, rooms and people that is committed. */
    long change() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT change_id FROM change_head WHERE head_id = 1");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The newest sequences of rooms, however many. */
    Map<RoomId, Long> heads(Collection<RoomId> rooms) throws SQLException {
        Map<RoomId, Long> heads = new HashMap<>();
        for (IdLists.Some some : IdLists.of(rooms.stream().map(RoomId::value).toList())) {
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
        return heads;
    }

    /** The answers of those posts that are committed already. */
    Map<PostKey, Posted> known(Collection<PostKey> keys) throws SQLException {
        Map<PostKey, Posted> known = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT sequence, committed_at FROM room_event"
                + " WHERE room_id = ? AND author_id = ? AND client_key = ?")) {
            for (PostKey key : keys) {
                select.setLong(1, key.room().value());
                select.setLong(2, key.author().value());
                select.setBytes(3, key.bytes());
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        known.put(key, new Posted(row.getLong(1), UtcTimestamp.read(row, 2)));
                    }
                }
            }
        }
        return known;
    }

    /** Inserts the events of drafts at their places. */
    void insertEvents(JournalBatch batch, Map<PostKey, Posted> places) throws SQLException {
        boolean unkept = false;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body, title, target,"
                        + " unkept) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<PostKey, Posted> place : places.entrySet()) {
                Draft draft = batch.draft(place.getKey());
                bind(insert, place.getKey(), place.getValue());
                bind(insert, draft);
                insert.addBatch();
                unkept |= draft.unkept();
            }
            insert.executeBatch();
        }
        if (unkept) {
            insertUnkept(batch, places);
        }
    }

    private static void bind(PreparedStatement insert, PostKey key, Posted posted) throws SQLException {
        insert.setLong(1, key.room().value());
        insert.setLong(2, posted.sequence());
        insert.setLong(4, key.author().value());
        UtcTimestamp.set(insert, 5, posted.at());
        insert.setBytes(6, key.bytes());
    }

    private static void bind(PreparedStatement insert, Draft draft) throws SQLException {
        insert.setInt(3, draft.kind().code());
        insert.setString(7, draft.body());
        insert.setString(8, draft.title());
        if (draft.target() == 0) {
            insert.setNull(9, Types.BIGINT);
        } else {
            insert.setLong(9, draft.target());
        }
        if (draft.unkept()) {
            insert.setBoolean(10, true);
        } else {
            insert.setNull(10, Types.BIT);
        }
    }

    /** Their texts are blanked in the order of time. */
    private void insertUnkept(JournalBatch batch, Map<PostKey, Posted> places) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO unkept_event (committed_at, room_id, sequence) VALUES (?, ?, ?)")) {
            for (Map.Entry<PostKey, Posted> place : places.entrySet()) {
                if (batch.draft(place.getKey()).unkept()) {
                    UtcTimestamp.set(insert, 1, place.getValue().at());
                    insert.setLong(2, place.getKey().room().value());
                    insert.setLong(3, place.getValue().sequence());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    void insertOutbox(EncodedBatch batch, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO compliance_outbox"
                + " (server_id, batch_id, created_at, records, payload) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, batch.serverId());
            insert.setLong(2, batch.batchId());
            UtcTimestamp.set(insert, 3, now);
            insert.setInt(4, batch.records());
            insert.setBytes(5, batch.payload());
            insert.executeUpdate();
        }
    }
}
