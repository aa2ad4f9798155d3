package org.persistentchat.archive.completeness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.api.ArchiveState;

/** Reads how the archive is; nothing here reads records. */
final class StateTable {

    private static final String SEAL = "SELECT h.last_position, h.last_chunk,"
            + " (SELECT c.sealed_at FROM archive_chunk c WHERE c.chunk_number = h.last_chunk),"
            + " (SELECT COALESCE(SUM(a.records), 0) FROM archive_arrival a) FROM archive_head h WHERE h.head_id = 1";
    private static final String COMPARISON = "SELECT c.compared_up_to, c.rooms,"
            + " (SELECT COALESCE(SUM(r.missing), 0) FROM archive_room r WHERE r.missing > 0),"
            + " (SELECT COALESCE(SUM(-r.missing), 0) FROM archive_room r WHERE r.missing < 0)"
            + " FROM archive_comparison c WHERE c.comparison_id = 1";
    private static final String GAPS = "SELECT room_id, missing FROM archive_room WHERE missing <> 0 ORDER BY room_id"
            + " OFFSET 0 ROWS FETCH NEXT 100 ROWS ONLY";

    private final Connection connection;

    StateTable(Connection connection) {
        this.connection = connection;
    }

    ArchiveState.Seal seal() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEAL);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ArchiveState.Seal(row.getLong(1), row.getLong(2), time(row, 3), row.getLong(4));
        }
    }

    ArchiveState.Comparison comparison() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COMPARISON);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new ArchiveState.Comparison(time(row, 1), row.getLong(2), row.getLong(3), row.getLong(4), gaps());
        }
    }

    private List<ArchiveState.Gap> gaps() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(GAPS);
                ResultSet row = select.executeQuery()) {
            List<ArchiveState.Gap> gaps = new ArrayList<>();
            while (row.next()) {
                gaps.add(new ArchiveState.Gap(row.getString(1), row.getLong(2)));
            }
            return gaps;
        }
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        @Nullable LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? Optional.empty() : Optional.of(utc.toInstant(ZoneOffset.UTC));
    }
}
