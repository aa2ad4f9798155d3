package org.persistentchat.event;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.room.RoomId;

/** Reads committed events from the content database. Blocks; refuses with {@link ErrorCode#UNAVAILABLE} while it cannot be reached. */
@ApplicationScoped
public class EventStore {
    /** Events that are read together where their texts may be too long to be given all. */
    private static final int PART = 100;

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
            throw SqlErrors.unavailable(failure);
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
            throw SqlErrors.unavailable(failure);
        }
        return range.events(people::byIds); // after the connection is given back: this may need one
    }

    /**
     * The oldest events of a range, as many as have {@code characters} of text together, and one at least. Read in parts, so that long texts beyond them are
     * not held in memory.
     */
    public List<CommittedEvent> oldest(RoomId room, long from, long to, int characters) {
        List<CommittedEvent> found = new ArrayList<>();
        int left = characters;
        for (long next = from; next <= to && left >= 0; next += PART) {
            List<CommittedEvent> part = read(room, next, Math.min(to, next + PART - 1));
            found.addAll(part);
            left -= TextBound.characters(part);
        }
        return TextBound.oldest(found, characters);
    }

    /** As {@link #oldest} for the newest events of a range. */
    public List<CommittedEvent> newest(RoomId room, long from, long to, int characters) {
        Deque<List<CommittedEvent>> parts = new ArrayDeque<>();
        int left = characters;
        for (long last = to; last >= from && left >= 0; last -= PART) {
            List<CommittedEvent> part = read(room, Math.max(from, last - PART + 1), last);
            parts.addFirst(part);
            left -= TextBound.characters(part);
        }
        return TextBound.newest(parts.stream().flatMap(List::stream).toList(), characters);
    }

    /** Some of the pinned messages before sequence {@code before}, the newest first. */
    public List<CommittedEvent> pinned(RoomId room, long before, int limit) {
        List<Long> sequences = new ArrayList<>();
        EventRange range;
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT sequence FROM room_pin"
                            + " WHERE room_id = ? AND sequence < ? ORDER BY sequence DESC OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
                select.setLong(1, room.value());
                select.setLong(2, before);
                select.setInt(3, limit);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        sequences.add(row.getLong(1));
                    }
                }
            }
            range = EventRange.read(connection, room, sequences);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
        List<CommittedEvent> found = new ArrayList<>(range.events(people::byIds));
        Collections.reverse(found);
        return found;
    }

    /**
     * The first sequence whose event was not committed before {@code time}; one more than the newest if all were. Found by halves of the clustered key, as exactly as
     * the clocks of the servers agree.
     */
    public long firstAt(RoomId room, Instant time) {
        long low = 1;
        long high = head(room) + 1;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT committed_at FROM room_event WHERE room_id = ? AND sequence = ?")) {
            while (low < high) {
                long middle = (low + high) / 2;
                select.setLong(1, room.value());
                select.setLong(2, middle);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && UtcTimestamp.read(row, 1).isBefore(time)) {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
            }
            return low;
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }
}
