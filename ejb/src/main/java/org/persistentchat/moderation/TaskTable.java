package org.persistentchat.moderation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.wording.WordMatch;

/** What unfinished purges and removals have to do: the table {@code message_task}. */
final class TaskTable {
    private final DataSource dataSource;

    TaskTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void insert(RemovalTask task) throws SQLException {
        RemovalWish wish = task.wish();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO message_task (job_id, purge, rooms, words,"
                                + " match_mode, match_case, authors, from_at, until_at, replacement, at_room, at_sequence)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, task.job());
            insert.setBoolean(2, task.purge());
            insert.setString(3, joined(wish.rooms().stream().map(RoomId::value)));
            insert.setNString(4, wish.words());
            insert.setString(5, wish.mode().name());
            insert.setBoolean(6, wish.matchCase());
            insert.setString(7, joined(wish.authors().stream().map(PersonId::value)));
            UtcTimestamp.setOptional(insert, 8, wish.from());
            UtcTimestamp.setOptional(insert, 9, wish.until());
            insert.setNString(10, wish.replacement().orElse(null));
            insert.setLong(11, task.room());
            insert.setLong(12, task.sequence());
            insert.executeUpdate();
        }
    }

    /** What a job has to do; nothing if it is finished. */
    Optional<RemovalTask> find(long job) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT t.purge, t.rooms, t.words, t.match_mode,"
                        + " t.match_case, t.authors, t.from_at, t.until_at, t.replacement, t.at_room, t.at_sequence,"
                        + " j.scanned, j.changed FROM message_task t JOIN message_job j ON j.job_id = t.job_id"
                        + " WHERE t.job_id = ?")) {
            select.setLong(1, job);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(task(job, row)) : Optional.empty();
            }
        }
    }

    private static RemovalTask task(long job, ResultSet row) throws SQLException {
        RemovalWish wish = new RemovalWish(
                ids(row.getString(2), RoomId::new),
                row.getString(3),
                WordMatch.Mode.valueOf(row.getString(4)),
                row.getBoolean(5),
                new HashSet<>(ids(row.getString(6), PersonId::new)),
                UtcTimestamp.readOptional(row, 7),
                UtcTimestamp.readOptional(row, 8),
                Optional.ofNullable(row.getString(9)));
        return new RemovalTask(
                job, row.getBoolean(1), wish, row.getLong(10), row.getLong(11), row.getLong(12), row.getLong(13));
    }

    /** Notes how far a job is: what lies before is not looked at again, should it be continued. */
    void progress(RemovalTask now) throws SQLException {
        new JobTable(dataSource).progress(now.job(), now.scanned(), now.changed());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE message_task SET at_room = ?, at_sequence = ? WHERE job_id = ?")) {
            update.setLong(1, now.room());
            update.setLong(2, now.sequence());
            update.setLong(3, now.job());
            update.executeUpdate();
        }
    }

    void remove(long job) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM message_task WHERE job_id = ?")) {
            delete.setLong(1, job);
            delete.executeUpdate();
        }
    }

    /** Jobs of a server that are not finished, the oldest first, with who began them. */
    List<Unfinished> unfinished(int server) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT job_id, started_by FROM message_job"
                        + " WHERE server_id = ? AND state = 'RUNNING' ORDER BY started_at, job_id")) {
            select.setInt(1, server);
            List<Unfinished> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Unfinished(row.getLong(1), new PersonId(row.getLong(2))));
                }
            }
            return all;
        }
    }

    /** A job, and who began it. */
    record Unfinished(long job, PersonId by) {}

    private static String joined(Stream<Long> ids) {
        return ids.sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static <T> List<T> ids(String joined, LongFunction<T> id) {
        LongStream numbers = joined.isEmpty()
                ? LongStream.empty()
                : Stream.of(joined.split(",", -1)).mapToLong(Long::parseLong);
        return numbers.mapToObj(id).toList();
    }
}
