package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.UtcTimestamp;

/** The table {@code retention_progress}. */
final class ProgressTable {
    private final DataSource dataSource;

    ProgressTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * How far a room is.
     *
     * @param through everything up to this sequence is gone, but from {@code firstHeld} on what is held
     * @param firstHeld 0 if nothing is
     * @param settled what there is nothing left to do of
     */
    record Progress(long through, long firstHeld, Settled settled) {
        static final Progress NONE = new Progress(0, 0, new Settled(null, -1));
    }

    /** A time up to which what was not held is gone, by the holds and rules of a version. */
    record Settled(@Nullable Instant before, long version) {}

    Map<Long, Progress> all() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT room_id, through_sequence, first_held,"
                        + " settled_before, settled_version FROM retention_progress");
                ResultSet row = select.executeQuery()) {
            Map<Long, Progress> all = new HashMap<>();
            while (row.next()) {
                Instant before = UtcTimestamp.readOptional(row, 4).orElse(null);
                all.put(
                        row.getLong(1),
                        new Progress(row.getLong(2), row.getLong(3), new Settled(before, row.getLong(5))));
            }
            return all;
        }
    }

    void put(long room, Progress progress) throws SQLException {
        if (write(
                        "UPDATE retention_progress SET through_sequence = ?, first_held = ?, settled_before = ?,"
                                + " settled_version = ? WHERE room_id = ?",
                        room,
                        progress)
                == 0) {
            write(
                    "INSERT INTO retention_progress (through_sequence, first_held, settled_before, settled_version,"
                            + " room_id) VALUES (?, ?, ?, ?, ?)",
                    room,
                    progress);
        }
    }

    private int write(String sql, long room, Progress progress) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, progress.through());
            write.setLong(2, progress.firstHeld());
            UtcTimestamp.setOptional(
                    write, 3, Optional.ofNullable(progress.settled().before()));
            write.setLong(4, progress.settled().version());
            write.setLong(5, room);
            return write.executeUpdate();
        }
    }
}
