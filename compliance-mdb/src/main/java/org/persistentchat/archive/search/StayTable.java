package org.persistentchat.archive.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;

/** The table {@code archive_stay}. The caller owns the transaction. */
final class StayTable {

    private static final String AGAIN = "UPDATE archive_stay SET connections = connections + 1"
            + " WHERE person = ? AND room_id = " + RecordRows.ROOM_ID + " AND left_position IS NULL";
    private static final String ENTER =
            "INSERT INTO archive_stay (person, entered_position, room_id, connections)" + " VALUES (?, ?, ?, 1)";
    private static final String LEAVE = "UPDATE archive_stay SET connections = connections - 1,"
            + " left_position = CASE WHEN connections = 1 THEN CAST(? AS BIGINT) ELSE NULL END"
            + " WHERE person = ? AND room_id = " + RecordRows.ROOM_ID + " AND left_position IS NULL";
    private static final String SELECT = "SELECT room_id, entered_position, left_position, connections"
            + " FROM archive_stay WHERE person = ? AND entered_position <= ?"
            + " AND (left_position IS NULL OR left_position > ?)";

    private final Connection connection;

    StayTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether the record says that somebody entered or left. */
    static boolean concerns(ComplianceRecord record) {
        return record.kind().equals(RecordKind.JOIN) || record.kind().equals(RecordKind.PART);
    }

    /** Follows a record of entering or leaving; whoever leaves without having entered changes nothing. */
    void follow(long position, ComplianceRecord record) throws SQLException {
        for (String person : Terms.people(record)) {
            if (record.kind().equals(RecordKind.PART)) {
                update(LEAVE, position, person, record.room().id());
            } else if (update(AGAIN, person, record.room().id()) == 0) {
                update(ENTER, person, position, record.room().id());
            }
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    /** Stays that go on after a position and began before another or at it. */
    List<Stay> of(String person, long after, long through) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, person);
            select.setLong(2, through);
            select.setLong(3, after);
            try (ResultSet row = select.executeQuery()) {
                List<Stay> stays = new ArrayList<>();
                while (row.next()) {
                    long left = row.getLong(3);
                    boolean there = row.wasNull();
                    stays.add(new Stay(row.getString(1), row.getLong(2), there ? Long.MAX_VALUE : left, row.getInt(4)));
                }
                return stays;
            }
        }
    }
}
