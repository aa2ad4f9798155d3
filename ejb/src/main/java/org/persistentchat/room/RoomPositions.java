package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.identity.PersonId;

/**
 * How far rooms are, how far a person has read them and what is unread, exactly: one query for many rooms. Messages are counted over the clustered key of
 * the events from the marker to the end of its block of {@value #BLOCK} sequences, and in the block that is not full yet; full blocks between them are
 * counted already, one row a block for everyone's messages and one for one's own. So what a count costs grows with a {@value #BLOCK}th of what is unread.
 */
@ApplicationScoped
public class RoomPositions {
    /** Sequences of a block: what is stored depends on it. The first block begins with 1. */
    public static final int BLOCK = 512;

    /** What of the events may be unread: messages that are there and are kept. */
    public static final String COUNTED = "kind <= 15 AND deleted IS NULL AND unkept IS NULL";

    /** Of a person's markers, where the blocks begin and end that are unread as a whole: counted are those from {@code first_block} up to, not with, {@code end_block}. */
    private static final String PLACES = """
            (SELECT r.room_id, r.top_sequence, r.marker,
                    (r.marker + BLOCK - 1) / BLOCK AS first_block, r.top_sequence / BLOCK AS end_block
             FROM (SELECT h.room_id, COALESCE(m.sequence, 0) AS marker,
                          CASE WHEN h.last_sequence > ? THEN ? ELSE h.last_sequence END AS top_sequence
                   FROM room_head h
                   LEFT JOIN read_marker m ON m.person_id = ? AND m.room_id = h.room_id
                   WHERE h.room_id IN %s) r) b
            """;

    private static final String POSITIONS = """
            SELECT p.room_id, p.top_sequence, p.marker,
                   (SELECT COUNT(*) FROM room_event e
                     WHERE e.room_id = p.room_id AND e.sequence > p.marker AND e.sequence <= p.edge
                       AND e.author_id <> ? AND COUNTED)
                   + CASE WHEN p.tail >= p.top_sequence THEN 0 ELSE
                     (SELECT COUNT(*) FROM room_event e
                       WHERE e.room_id = p.room_id AND e.sequence > p.tail AND e.sequence <= p.top_sequence
                         AND e.author_id <> ? AND COUNTED) END
                   + CASE WHEN p.first_block >= p.end_block THEN 0 ELSE
                     (SELECT COALESCE(SUM(f.messages), 0) FROM message_block f
                       WHERE f.room_id = p.room_id AND f.author_id = 0 AND f.block >= p.first_block AND f.block < p.end_block)
                     - (SELECT COALESCE(SUM(o.messages), 0) FROM message_block o
                         WHERE o.room_id = p.room_id AND o.author_id = ? AND o.block >= p.first_block AND o.block < p.end_block)
                   END,
                   (SELECT COUNT(*) FROM mention n
                     WHERE n.person_id = ? AND n.room_id = p.room_id AND n.sequence > p.marker AND n.sequence <= p.top_sequence)
            FROM (SELECT b.room_id, b.top_sequence, b.marker, b.first_block, b.end_block,
                         CASE WHEN b.first_block < b.end_block THEN b.first_block * BLOCK ELSE b.top_sequence END AS edge,
                         CASE WHEN b.first_block < b.end_block THEN b.end_block * BLOCK ELSE b.top_sequence END AS tail
                  FROM PLACES) p
            """.replace("PLACES", PLACES)
            .replace("BLOCK", String.valueOf(BLOCK))
            .replace("COUNTED", COUNTED);

    /** Where the person is named before the places. */
    private static final int COUNTS = 4;

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

    /** Rooms with more than so many events. Looks at every room: for administration. Blocks. */
    Set<RoomId> withMoreEvents(long events) {
        Set<RoomId> found = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT room_id FROM room_head WHERE last_sequence > ?")) {
            select.setLong(1, events);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new RoomId(row.getLong(1)));
                }
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        return found;
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
            throw SqlErrors.unavailable(failure);
        }
        return positions;
    }

    /** Sets all but the rooms; the parameter after them. */
    private static int set(PreparedStatement select, PersonId person, long last) throws SQLException {
        int parameter = 1;
        for (int count = 0; count < COUNTS; count++) {
            select.setLong(parameter++, person.value());
        }
        select.setLong(parameter++, last);
        select.setLong(parameter++, last);
        select.setLong(parameter++, person.value());
        return parameter;
    }
}
