package org.persistentchat.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonDirectory;
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
        EventRange range;
        try (Connection connection = dataSource.getConnection()) {
            range = EventRange.read(connection, room, from, to);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
        return range.events(people::byIds); // after the connection is given back: this may need one
    }

    private static ChatException unavailable(SQLException cause) {
        return new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", cause);
    }
}
