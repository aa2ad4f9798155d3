package org.persistentchat.moderation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** The table of jobs, and the messages that they look at. */
final class JobTable {
    private static final int PAGE = 200;

    private final DataSource dataSource;

    JobTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A message that is there. */
    record Row(long sequence, PersonId author, Instant at, String title, String body) {
        String text() {
            return title.isEmpty() ? body : title + "\n" + body;
        }
    }

    void insert(long job, int server, PersonId by, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO message_job"
                        + " (job_id, server_id, started_by, started_at, state, scanned, changed)"
                        + " VALUES (?, ?, ?, ?, 'RUNNING', 0, 0)")) {
            insert.setLong(1, job);
            insert.setInt(2, server);
            insert.setLong(3, by.value());
            UtcTimestamp.set(insert, 4, now);
            insert.executeUpdate();
        }
    }

    void progress(long job, long scanned, long changed) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE message_job SET scanned = ?, changed = ? WHERE job_id = ?")) {
            update.setLong(1, scanned);
            update.setLong(2, changed);
            update.setLong(3, job);
            update.executeUpdate();
        }
    }

    void finish(long job, String state, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE message_job SET state = ?, finished_at = ? WHERE job_id = ?")) {
            update.setString(1, state);
            UtcTimestamp.set(update, 2, now);
            update.setLong(3, job);
            update.executeUpdate();
        }
    }

    Optional<JobState> find(long job) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT state, scanned, changed, started_at, finished_at FROM message_job WHERE job_id = ?")) {
            select.setLong(1, job);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant end = UtcTimestamp.readOptional(row, 5).orElse(null);
                return Optional.of(new JobState(
                        job, row.getString(1), row.getLong(2), row.getLong(3), UtcTimestamp.read(row, 4), end));
            }
        }
    }

    /** Some of a room's messages after a sequence, in order; empty at the end. */
    List<Row> messages(RoomId room, long after) throws SQLException {
        String query = "SELECT sequence, author_id, committed_at, title, body FROM room_event"
                + " WHERE room_id = ? AND sequence > ? AND kind <= 15 AND deleted IS NULL"
                + " ORDER BY sequence OFFSET 0 ROWS FETCH NEXT " + PAGE + " ROWS ONLY";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, room.value());
            select.setLong(2, after);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String title = found.getString(4);
                    rows.add(new Row(
                            found.getLong(1),
                            new PersonId(found.getLong(2)),
                            UtcTimestamp.read(found, 3),
                            title == null ? "" : title,
                            found.getString(5)));
                }
            }
            return rows;
        }
    }
}
