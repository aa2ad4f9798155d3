package org.persistentchat.moderation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.event.KeptEvents;
import org.persistentchat.event.MessageReader;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.hold.HeldText;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.Holds;

/**
 * Blanks the texts of messages that are not kept for users when nobody who was present may come back for them any more. Servers may do it at
 * the same time: blank is blank.
 */
final class UnkeptSweep {
    private static final int PAGE = 500;

    private final DataSource dataSource;

    UnkeptSweep(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record Due(Instant at, long room, long sequence) {}

    /** Blanks all that is due at {@code now}, in small transactions. */
    void run(Instant now) throws SQLException {
        Due last = new Due(Instant.EPOCH, 0, 0);
        List<Due> page;
        do {
            page = page(last, now.minus(KeptEvents.GRACE));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private List<Due> page(Due after, Instant until) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Due> due = due(connection, after, until);
                if (!due.isEmpty()) {
                    blank(connection, free(connection, due));
                }
                connection.commit();
                return due;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Those that no hold covers; the others are looked at again the next time. */
    private static List<Due> free(Connection connection, List<Due> due) throws SQLException {
        Holds holds = HoldGate.pass(connection);
        if (holds.none()) {
            return due;
        }
        List<Due> free = new ArrayList<>();
        for (Due one : due) {
            StoredMessage message = new MessageReader(connection, one.room())
                    .messages(List.of(one.sequence()))
                    .get(one.sequence());
            if (message == null || !holds.cover(text(one, message))) {
                free.add(one);
            }
        }
        return free;
    }

    private static HeldText text(Due one, StoredMessage message) {
        return HeldText.of(
                one.room(),
                message.author().value(),
                message.at(),
                message.message().title(),
                message.message().body());
    }

    private static List<Due> due(Connection connection, Due after, Instant until) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT committed_at, room_id, sequence FROM unkept_event WHERE committed_at < ?"
                        + " AND (committed_at > ? OR (committed_at = ? AND (room_id > ? OR (room_id = ? AND sequence > ?))))"
                        + " ORDER BY committed_at, room_id, sequence OFFSET 0 ROWS FETCH NEXT " + PAGE
                        + " ROWS ONLY")) {
            UtcTimestamp.set(select, 1, until);
            UtcTimestamp.set(select, 2, after.at());
            UtcTimestamp.set(select, 3, after.at());
            select.setLong(4, after.room());
            select.setLong(5, after.room());
            select.setLong(6, after.sequence());
            List<Due> due = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    due.add(new Due(UtcTimestamp.read(rows, 1), rows.getLong(2), rows.getLong(3)));
                }
            }
            return due;
        }
    }

    /** A text that was edited meanwhile has an entry of its own, and its time. */
    private static void blank(Connection connection, List<Due> due) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE room_event SET body = '', title = NULL"
                        + " WHERE room_id = ? AND sequence = ? AND (changed_at IS NULL OR changed_at <= ?)");
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM unkept_event WHERE committed_at = ? AND room_id = ? AND sequence = ?")) {
            for (Due one : due) {
                update.setLong(1, one.room());
                update.setLong(2, one.sequence());
                UtcTimestamp.set(update, 3, one.at());
                update.addBatch();
                UtcTimestamp.set(delete, 1, one.at());
                delete.setLong(2, one.room());
                delete.setLong(3, one.sequence());
                delete.addBatch();
            }
            if (!due.isEmpty()) {
                update.executeBatch();
                delete.executeBatch();
            }
        }
    }
}
