package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;

/**
 * How far rooms are, how far a person has read them and what is unread: one query for many rooms. Unread messages are counted over the
 * clustered key of the events, from the marker on, but at most over the newest {@value #COUNTED_EVENTS} events of a room: what it costs
 * depends on what is unread, never on the size of the room.
 */
@ApplicationScoped
public class RoomPositions {
    /** Events of a room that are looked at; who is further behind has at least the count. */
    public static final int COUNTED_EVENTS = 2_000;

    private static final String POSITIONS = """
            SELECT p.room_id, p.top_sequence, p.marker,
                   (SELECT COUNT(*) FROM room_event e
                     WHERE e.room_id = p.room_id AND e.sequence > p.counted_after AND e.sequence <= p.top_sequence
                       AND e.author_id <> ? AND e.kind <= 15 AND e.deleted IS NULL AND e.unkept IS NULL),
                   (SELECT COUNT(*) FROM mention n
                     WHERE n.person_id = ? AND n.room_id = p.room_id AND n.sequence > p.marker AND n.sequence <= p.top_sequence)
            FROM (SELECT r.room_id, r.top_sequence, r.marker,
                         CASE WHEN r.marker < r.top_sequence - ? THEN r.top_sequence - ? ELSE r.marker END AS counted_after
                  FROM (SELECT h.room_id, COALESCE(m.sequence, 0) AS marker,
                               CASE WHEN h.last_sequence > ? THEN ? ELSE h.last_sequence END AS top_sequence
                        FROM room_head h
                        LEFT JOIN read_marker m ON m.person_id = ? AND m.room_id = h.room_id
                        WHERE h.room_id IN %s) r) p
            """;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // for the container, which sets the data source
    public RoomPositions() {}

    public RoomPositions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The person's position by room; rooms without a head are absent. Blocks. */
    public Map<RoomId, RoomPosition> of(PersonId person, Collection<RoomId> rooms) {
        Map<RoomId, RoomPosition> positions = new HashMap<>();
        for (IdLists.Some some : IdLists.of(rooms.stream().map(RoomId::value).toList())) {
            positions.putAll(read(person, some, Long.MAX_VALUE));
        }
        return positions;
    }

    /** The person's position in a room as it was when {@code last} was its newest sequence. Blocks. */
    public RoomPosition of(PersonId person, RoomId room, long last) {
        IdLists.Some one = IdLists.of(List.of(room.value())).get(0);
        return read(person, one, last).getOrDefault(room, RoomPosition.EMPTY);
    }

    private Map<RoomId, RoomPosition> read(PersonId person, IdLists.Some rooms, long last) {
        String query = POSITIONS.formatted(rooms.places());
        Map<RoomId, RoomPosition> positions = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            rooms.set(select, set(select, person, last));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.put(
                            new RoomId(row.getLong(1)),
                            new RoomPosition(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
        } catch (SQLException failure) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", failure);
        }
        return positions;
    }

    /** Sets all but the rooms; the parameter after them. */
    private static int set(PreparedStatement select, PersonId person, long last) throws SQLException {
        int parameter = 1;
        select.setLong(parameter++, person.value());
        select.setLong(parameter++, person.value());
        select.setLong(parameter++, COUNTED_EVENTS);
        select.setLong(parameter++, COUNTED_EVENTS);
        select.setLong(parameter++, last);
        select.setLong(parameter++, last);
        select.setLong(parameter++, person.value());
        return parameter;
    }
}
