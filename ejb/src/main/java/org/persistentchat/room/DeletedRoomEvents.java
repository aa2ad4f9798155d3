package org.persistentchat.room;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.hold.HeldText;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.Holds;

/** Removes the events of a deleted room, but messages that are held: each transaction some, with the holds that are in force until it ends. */
final class DeletedRoomEvents {
    private static final int ROWS = 1_000;
    private static final int LAST_MESSAGE = 15;
    private static final String PAGE = "SELECT sequence, kind, author_id, committed_at, title, body FROM room_event"
            + " WHERE room_id = ? AND sequence > ? ORDER BY sequence OFFSET 0 ROWS FETCH NEXT " + ROWS + " ROWS ONLY";
    private static final String DELETE = "DELETE FROM room_event WHERE room_id = ? AND sequence = ?";

    private final DataSource dataSource;

    DeletedRoomEvents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Page(long last, int events, List<Long> free) {}

    /** Whether any stay. */
    boolean remove(long room) {
        boolean kept = false;
        long after = 0;
        Page page;
        do {
            page = removeSome(room, after);
            kept |= page.free().size() < page.events();
            after = page.last();
        } while (page.events() == ROWS);
        return kept;
    }

    /** The version of holds and rules. */
    long version() {
        try (Connection connection = dataSource.getConnection()) {
            return HoldGate.version(connection);
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private Page removeSome(long room, long after) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Page page = page(connection, HoldGate.pass(connection), room, after);
                delete(connection, room, page.free());
                connection.commit();
                return page;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw SqlErrors.unavailable(failure);
        }
    }

    private static Page page(Connection connection, Holds holds, long room, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, room);
            select.setLong(2, after);
            List<Long> free = new ArrayList<>();
            long last = after;
            int events = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    events++;
                    if (!isHeld(holds, room, row)) {
                        free.add(last);
                    }
                }
            }
            return new Page(last, events, free);
        }
    }

    private static boolean isHeld(Holds holds, long room, ResultSet row) throws SQLException {
        return !holds.none()
                && row.getInt(2) <= LAST_MESSAGE
                && holds.cover(HeldText.of(
                        room, row.getLong(3), UtcTimestamp.read(row, 4), row.getString(5), row.getString(6)));
    }

    private static void delete(Connection connection, long room, List<Long> sequences) throws SQLException {
        if (sequences.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (long sequence : sequences) {
                delete.setLong(1, room);
                delete.setLong(2, sequence);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
