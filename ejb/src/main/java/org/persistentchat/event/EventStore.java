package org.persistentchat.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** Reads committed events from the content database. Blocks; refuses with {@link ErrorCode#UNAVAILABLE} while it cannot be reached. */
@ApplicationScoped
public class EventStore {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    PersonDirectory people;

    /** Newest sequence of the room, 0 in an empty one. */
    public long head(RoomId room) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT last_sequence FROM room_head WHERE room_id = ?")) {
            select.setLong(1, room.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    /** The events from sequence {@code from} to {@code to}, both included, oldest first: one range of the clustered key. */
    public List<CommittedEvent> read(RoomId room, long from, long to) {
        if (to < from) {
            return List.of();
        }
        List<Row> rows = rows(room, from, to);
        Set<PersonId> authors = new HashSet<>();
        rows.forEach(row -> authors.add(row.author));
        Map<PersonId, Person> known = people.byIds(authors);
        return rows.stream().map(row -> row.event(room, known.get(row.author))).toList();
    }

    private List<Row> rows(RoomId room, long from, long to) {
        String query = "SELECT sequence, kind, author_id, committed_at, body FROM room_event"
                + " WHERE room_id = ? AND sequence >= ? AND sequence <= ? ORDER BY sequence";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setLong(1, room.value());
            select.setLong(2, from);
            select.setLong(3, to);
            List<Row> rows = new ArrayList<>((int) Math.min(to - from + 1, 1_000));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getLong(1),
                            EventKind.ofCode(found.getInt(2)),
                            new PersonId(found.getLong(3)),
                            UtcTimestamp.read(found, 4),
                            found.getString(5)));
                }
            }
            return rows;
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static ChatException unavailable(SQLException cause) {
        return new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", cause);
    }

    private record Row(long sequence, EventKind kind, PersonId author, Instant at, String body) {
        CommittedEvent event(RoomId room, @Nullable Person by) {
            String account = by == null ? "" : by.account();
            String name = by == null ? "" : by.name();
            return new CommittedEvent(new RoomEvent(room, sequence, kind, account, name, at, body));
        }
    }
}
