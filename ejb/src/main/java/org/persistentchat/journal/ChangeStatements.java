package org.persistentchat.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.event.Message;
import org.persistentchat.event.Message.Edited;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.room.RoomId;

/** The statements by which a journal transaction changes messages, for SQL Server and H2 alike; each does many rows. */
final class ChangeStatements {
    private final Connection connection;

    ChangeStatements(Connection connection) {
        this.connection = connection;
    }

    /** Writes messages as they are now. */
    void update(Map<Place, StoredMessage> messages) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE room_event SET body = ?, title = ?, changed_at = ?, changed_by = ?,"
                        + " deleted = ?, pinned = ?, reacted = ? WHERE room_id = ? AND sequence = ?")) {
            for (Map.Entry<Place, StoredMessage> entry : messages.entrySet()) {
                Message message = entry.getValue().message();
                update.setString(1, message.body());
                update.setString(2, message.title());
                edited(update, entry.getValue());
                flag(update, 5, message.deleted());
                flag(update, 6, message.pinned());
                flag(update, 7, !message.reactions().isEmpty());
                bind(update, 8, entry.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void edited(PreparedStatement update, StoredMessage message) throws SQLException {
        Edited edited = message.message().edited();
        if (edited == null || message.editor() == null) {
            update.setNull(3, Types.TIMESTAMP);
            update.setNull(4, Types.BIGINT);
        } else {
            UtcTimestamp.set(update, 3, edited.at());
            update.setLong(4, message.editor().value());
        }
    }

    private static void flag(PreparedStatement update, int parameter, boolean set) throws SQLException {
        if (set) {
            update.setBoolean(parameter, true);
        } else {
            update.setNull(parameter, Types.BIT);
        }
    }

    private static void bind(PreparedStatement statement, int parameter, Place place) throws SQLException {
        statement.setLong(parameter, place.room().value());
        statement.setLong(parameter + 1, place.sequence());
    }

    /** Writes who reacts how from now on, and who does not any more; either may be so already. */
    void writeReactions(Map<Place, Map<ChangeSet.Reactor, Boolean>> reactions) throws SQLException {
        if (reactions.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM message_reaction"
                        + " WHERE room_id = ? AND sequence = ? AND emoji = ? AND person_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO message_reaction (room_id, sequence, emoji, person_id) VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Place, Map<ChangeSet.Reactor, Boolean>> message : reactions.entrySet()) {
                for (Map.Entry<ChangeSet.Reactor, Boolean> one :
                        message.getValue().entrySet()) {
                    add(delete, message.getKey(), one.getKey());
                    if (one.getValue()) {
                        add(insert, message.getKey(), one.getKey());
                    }
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Place place, ChangeSet.Reactor who) throws SQLException {
        bind(statement, 1, place);
        statement.setBytes(3, who.emoji().getBytes(StandardCharsets.UTF_8));
        statement.setLong(4, who.person());
        statement.addBatch();
    }

    /** Forgets who reacted to messages that are gone. */
    void forgetReactions(Map<Place, StoredMessage> messages) throws SQLException {
        forEach(
                messages,
                Message::deleted,
                connection.prepareStatement("DELETE FROM message_reaction WHERE room_id = ? AND sequence = ?"));
    }

    /** The messages of a range that are not deleted. */
    List<Long> messages(RoomId room, long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT sequence FROM room_event"
                + " WHERE room_id = ? AND sequence >= ? AND sequence <= ? AND kind <= 15 AND deleted IS NULL")) {
            select.setLong(1, room.value());
            select.setLong(2, from);
            select.setLong(3, to);
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }

    /** How many messages of a room are pinned. */
    int pins(RoomId room) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM room_pin WHERE room_id = ?")) {
            select.setLong(1, room.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    /** Brings the list of pinned messages in line with the messages. */
    void writePins(Map<Place, StoredMessage> messages) throws SQLException {
        forEach(
                messages,
                message -> true,
                connection.prepareStatement("DELETE FROM room_pin WHERE room_id = ? AND sequence = ?"));
        forEach(
                messages,
                Message::pinned,
                connection.prepareStatement("INSERT INTO room_pin (room_id, sequence) VALUES (?, ?)"));
    }

    private static void forEach(
            Map<Place, StoredMessage> messages, Predicate<Message> which, PreparedStatement statement)
            throws SQLException {
        try (statement) {
            for (Map.Entry<Place, StoredMessage> entry : messages.entrySet()) {
                if (which.test(entry.getValue().message())) {
                    bind(statement, 1, entry.getKey());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    /** A text that came later is blanked later. */
    void unkept(Map<Place, StoredMessage> messages, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO unkept_event (committed_at, room_id, sequence) VALUES (?, ?, ?)")) {
            for (Map.Entry<Place, StoredMessage> entry : messages.entrySet()) {
                Message message = entry.getValue().message();
                if (message.unkept()
                        && message.edited() != null
                        && message.edited().at().equals(at)) {
                    UtcTimestamp.set(insert, 1, at);
                    bind(insert, 2, entry.getKey());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
