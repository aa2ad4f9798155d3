package org.persistentchat.archive.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.expiry.ExpiryOrder;

/** The statements of retention. The caller owns the transaction. */
final class ExpiryTable {

    /** So few, because their texts are looked at. */
    static final int PAGE = 200;

    private static final String ROOMS = "SELECT room_id FROM compliance_record WHERE room_id > " + RecordRows.ROOM_ID
            + " ORDER BY room_id OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY"; // H2 reads all rows for a MIN
    private static final String CANDIDATES = "SELECT e.position, " + RecordRows.COLUMNS
            + " FROM compliance_record r JOIN archive_entry e ON e.record_id = r.record_id"
            + " WHERE r.room_id = " + RecordRows.ROOM_ID + " AND r.recorded_at < ?"
            + " AND (r.recorded_at > ? OR (r.recorded_at = ? AND r.record_id > ?))"
            + " ORDER BY r.recorded_at, r.record_id OFFSET 0 ROWS FETCH NEXT " + PAGE + " ROWS ONLY";
    private static final String SEALED = "SELECT first_position + records - 1 FROM archive_chunk WHERE sealed_at < ?"
            + " ORDER BY chunk_number DESC OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY";
    private static final String DELETE = "DELETE FROM compliance_record WHERE record_id = ?";
    private static final String EXPIRED =
            "INSERT INTO archive_expired (position, act_position, room_id, sequence) VALUES (?, ?, ?, ?)";
    private static final String ACT = "INSERT INTO archive_expiry (act_position, record_id, records) VALUES (?, ?, ?)";
    private static final int ID_BYTES = 16;

    private final Connection connection;

    ExpiryTable(Connection connection) {
        this.connection = connection;
    }

    /** By jumps in the index: as many reads as rooms. */
    List<String> rooms(String after, int limit) throws SQLException {
        List<String> rooms = new ArrayList<>();
        String last = after;
        try (PreparedStatement select = connection.prepareStatement(ROOMS)) {
            while (rooms.size() < limit) {
                select.setString(1, last);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return rooms;
                    }
                    last = row.getString(1);
                }
                rooms.add(last);
            }
        }
        return rooms;
    }

    /** Records of a room before a time, in the order of time. */
    List<ArchivedEntry> candidates(ExpiryOrder order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES)) {
            select.setString(1, order.room());
            select.setObject(2, utc(order.before()));
            select.setObject(3, utc(order.after().at()));
            select.setObject(4, utc(order.after().at()));
            String record = order.after().record();
            select.setBytes(5, record.isEmpty() ? new byte[ID_BYTES] : RecordRows.bytes(UUID.fromString(record)));
            try (ResultSet row = select.executeQuery()) {
                List<ArchivedEntry> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new ArchivedEntry(row.getLong(1), RecordRows.read(row, 2)));
                }
                return found;
            }
        }
    }

    /** The last position that was sealed before a time. */
    long sealedBefore(Instant time) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEALED)) {
            select.setObject(1, utc(time));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Removes records; returns how many were there. */
    int delete(List<ArchivedEntry> going) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (ArchivedEntry entry : going) {
                delete.setBytes(1, RecordRows.bytes(entry.record().recordId()));
                delete.addBatch();
            }
            int deleted = 0;
            for (int count : delete.executeBatch()) {
                deleted += count;
            }
            return deleted;
        }
    }

    /** Notes what an act removed. */
    void note(long actPosition, UUID act, List<ArchivedEntry> gone) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ACT)) {
            insert.setLong(1, actPosition);
            insert.setBytes(2, RecordRows.bytes(act));
            insert.setInt(3, gone.size());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(EXPIRED)) {
            for (ArchivedEntry entry : gone) {
                if (entry.record().sequence() > 0) {
                    insert.setLong(1, entry.position());
                    insert.setLong(2, actPosition);
                    insert.setString(3, entry.record().room().id());
                    insert.setLong(4, entry.record().sequence());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
