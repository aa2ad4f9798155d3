package org.persistentchat.archive.completeness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ContentSequences.RoomSequences;

/** The table {@code archive_room}, and how many sequences of a room the archive has or had before they expired, by its indexes. */
final class RoomStates {

    private static final String READ = "SELECT room_id, compared_through, unrecorded, missing FROM archive_room";
    private static final String UPDATE =
            "UPDATE archive_room SET compared_through = ?, unrecorded = ?, missing = ? WHERE room_id = "
                    + RecordRows.ROOM_ID;
    private static final String INSERT =
            "INSERT INTO archive_room (compared_through, unrecorded, missing, room_id) VALUES (?, ?, ?, ?)";
    private static final String COUNT = "SELECT COUNT(*) FROM (SELECT sequence FROM compliance_record"
            + " WHERE room_id = " + RecordRows.ROOM_ID + " AND sequence > ? AND sequence <= ?"
            + " UNION SELECT sequence FROM archive_expired"
            + " WHERE room_id = " + RecordRows.ROOM_ID + " AND sequence > ? AND sequence <= ?) s";

    private final DataSource archive;

    RoomStates(DataSource archive) {
        this.archive = archive;
    }

    Map<String, RoomState> read() throws SQLException {
        try (Connection connection = archive.getConnection();
                PreparedStatement select = connection.prepareStatement(READ);
                ResultSet row = select.executeQuery()) {
            Map<String, RoomState> states = new HashMap<>();
            while (row.next()) {
                states.put(row.getString(1), new RoomState(row.getLong(2), row.getLong(3), row.getLong(4)));
            }
            return states;
        }
    }

    /** Compares a room as far as {@code room} says, and stores what came of it. Where something was missing, all is counted again. */
    RoomState compare(RoomSequences room, RoomState before) throws SQLException {
        RoomState from = before.missing() == 0 ? before : RoomState.NONE;
        long expected = room.last() - from.through() - (room.unrecorded() - from.unrecorded());
        try (Connection connection = archive.getConnection()) {
            long found = count(connection, room, from.through());
            RoomState after = new RoomState(room.last(), room.unrecorded(), expected - found);
            if (!put(connection, UPDATE, room.roomId(), after)) {
                put(connection, INSERT, room.roomId(), after);
            }
            return after;
        }
    }

    private static long count(Connection connection, RoomSequences room, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setString(1, room.roomId());
            select.setLong(2, after);
            select.setLong(3, room.last());
            select.setString(4, room.roomId());
            select.setLong(5, after);
            select.setLong(6, room.last());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean put(Connection connection, String statement, String roomId, RoomState state)
            throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(statement)) {
            put.setLong(1, state.through());
            put.setLong(2, state.unrecorded());
            put.setLong(3, state.missing());
            put.setString(4, roomId);
            return put.executeUpdate() == 1;
        }
    }
}
