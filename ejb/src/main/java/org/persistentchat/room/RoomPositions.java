package org.persistentchat.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;

/** How far rooms are and how far a person has read them: two queries for a page of rooms. */
@ApplicationScoped
public class RoomPositions {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    /** Newest sequence by room. */
    public Map<RoomId, Long> heads(List<RoomId> rooms) {
        return read("SELECT room_id, last_sequence FROM room_head WHERE room_id IN (", rooms, null);
    }

    /** Read marker by room; rooms without one are absent. */
    public Map<RoomId, Long> markers(PersonId person, List<RoomId> rooms) {
        return read("SELECT room_id, sequence FROM read_marker WHERE person_id = ? AND room_id IN (", rooms, person);
    }

    private Map<RoomId, Long> read(String sql, List<RoomId> rooms, @org.jspecify.annotations.Nullable PersonId person) {
        Map<RoomId, Long> positions = new HashMap<>();
        if (rooms.isEmpty()) {
            return positions;
        }
        String query = sql + String.join(", ", Collections.nCopies(rooms.size(), "?")) + ")";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            int parameter = 1;
            if (person != null) {
                select.setLong(parameter++, person.value());
            }
            for (RoomId room : rooms) {
                select.setLong(parameter++, room.value());
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.put(new RoomId(rows.getLong(1)), rows.getLong(2));
                }
            }
        } catch (SQLException failure) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.", failure);
        }
        return positions;
    }
}
