package org.persistentchat.archive.reading;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/** Rows of {@code compliance_record}, called {@code r}, as the records that were stored. */
public final class RecordRows {

    /** To be selected, in this order. */
    public static final String COLUMNS = "r.record_id, r.kind, r.recorded_at, r.room_id, r.room_name, r.category_name,"
            + " r.sequence, r.account, r.display_name, r.email, r.internal, r.server, r.content, r.target, r.title,"
            + " r.previous";

    /**
     * The parameter with which the identity of a room is compared. Texts are sent as Unicode; with one of those SQL Server converts the column of each row, not
     * the parameter, and has no use for an index that begins with the room.
     */
    public static final String ROOM_ID = "CAST(? AS VARCHAR(32))";

    private RecordRows() {}

    /** The record whose columns begin at {@code first}. */
    public static ComplianceRecord read(ResultSet row, int first) throws SQLException {
        return new ComplianceRecord(
                id(row.getBytes(first)),
                new RecordKind(row.getString(first + 1)),
                row.getObject(first + 2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                new RecordedRoom(row.getString(first + 3), row.getString(first + 4), row.getString(first + 5)),
                row.getLong(first + 6),
                new RecordedPerson(
                        row.getString(first + 7),
                        row.getString(first + 8),
                        row.getString(first + 9),
                        row.getBoolean(first + 10)),
                row.getString(first + 11),
                row.getString(first + 12),
                new RecordedMessage(row.getLong(first + 13), row.getString(first + 14), row.getString(first + 15)));
    }

    /** An identity as it is stored. */
    public static UUID id(byte[] bytes) {
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong());
    }

    /** Big-endian, so that the order of bytes is the order of time. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
