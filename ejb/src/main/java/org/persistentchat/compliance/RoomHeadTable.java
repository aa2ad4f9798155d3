package org.persistentchat.compliance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.ContentSequences.RoomSequences;
import org.persistentchat.id.OpaqueId;

/** Reads how far rooms are, and since when records wait, by the keys of both tables. */
final class RoomHeadTable {

    private static final String PAGE = "SELECT room_id, last_sequence, unrecorded FROM room_head WHERE room_id > ?"
            + " ORDER BY room_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
    private static final String FIRST_BATCHES = "SELECT s.server_id,"
            + " (SELECT o.batch_id FROM compliance_outbox o WHERE o.server_id = s.server_id"
            + " ORDER BY o.batch_id OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY) FROM chat_server s"; // H2 reads all rows for
    // a MIN

    private final DataSource content;

    RoomHeadTable(DataSource content) {
        this.content = content;
    }

    List<RoomSequences> page(long cursor, int limit) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, cursor);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                List<RoomSequences> page = new ArrayList<>();
                while (row.next()) {
                    long room = row.getLong(1);
                    page.add(new RoomSequences(room, OpaqueId.encode(room), row.getLong(2), row.getLong(3)));
                }
                return page;
            }
        }
    }

    /** A batch's number says when it was written; a server's first is the oldest. */
    Optional<Instant> oldestWaiting() throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST_BATCHES);
                ResultSet row = select.executeQuery()) {
            long oldest = Long.MAX_VALUE;
            while (row.next()) {
                long batch = row.getLong(2);
                if (!row.wasNull()) {
                    oldest = Math.min(oldest, BatchNumbers.millis(batch));
                }
            }
            return oldest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
        }
    }
}
