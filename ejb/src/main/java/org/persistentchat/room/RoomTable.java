package org.persistentchat.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.PersonId;

/** Writes the tables {@code room} and {@code room_add_in}, in the transaction of the caller. */
final class RoomTable {
    private final SqlTemplate sql;

    RoomTable(DataSource dataSource) {
        this.sql = new SqlTemplate(dataSource);
    }

    /** New rooms, each with its head and add-ins. */
    void insert(List<Room> rooms) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> addIns = new ArrayList<>();
        for (Room room : rooms) {
            RoomDetails details = room.details();
            rows.add(new Object[] {
                room.id().value(),
                room.category().id().value(),
                room.name(),
                FoldedName.of(room.name()),
                room.description(),
                room.privacy(),
                room.type(),
                room.disabled(),
                details.createdBy().value(),
                details.createdAt(),
                details.changedBy().value(),
                details.changedAt(),
                room.version(),
                details.invitations()
            });
            heads.add(new Object[] {room.id().value()});
            addIns.addAll(addInRows(room));
        }
        sql.batch(
                "INSERT INTO room (room_id, category_id, name, name_folded, description, privacy, room_type, disabled,"
                        + " created_by, created_at, changed_by, changed_at, version, invitations)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.batch("INSERT INTO room_head (room_id, last_sequence) VALUES (?, 0)", heads);
        insertAddIns(addIns);
    }

    /** What the room is now; false if it is not of the version {@code now} was made from. */
    boolean update(Room now) {
        RoomDetails details = now.details();
        int updated = sql.update(
                "UPDATE room SET category_id = ?, name = ?, name_folded = ?, description = ?, privacy = ?, room_type = ?,"
                        + " disabled = ?, changed_by = ?, changed_at = ?, invitations = ?, version = version + 1"
                        + " WHERE room_id = ? AND version = ?",
                now.category().id().value(),
                now.name(),
                FoldedName.of(now.name()),
                now.description(),
                now.privacy(),
                now.type(),
                now.disabled(),
                details.changedBy().value(),
                details.changedAt(),
                details.invitations(),
                now.id().value(),
                now.version());
        if (updated == 1) {
            sql.update("DELETE FROM room_add_in WHERE room_id = ?", now.id().value());
            insertAddIns(addInRows(now));
        }
        return updated == 1;
    }

    private static List<Object[]> addInRows(Room room) {
        List<Object[]> rows = new ArrayList<>();
        for (AddInId addIn : room.details().addIns()) {
            rows.add(new Object[] {room.id().value(), rows.size(), addIn.value()});
        }
        return rows;
    }

    private void insertAddIns(List<Object[]> rows) {
        sql.batch("INSERT INTO room_add_in (room_id, place, add_in_id) VALUES (?, ?, ?)", rows);
    }

    /** False if the room is like that already, or does not exist. */
    boolean setDisabled(RoomId id, boolean disabled, PersonId by, Instant now) {
        return sql.update(
                        "UPDATE room SET disabled = ?, changed_by = ?, changed_at = ?, version = version + 1"
                                + " WHERE room_id = ? AND disabled <> ?",
                        disabled,
                        by.value(),
                        now,
                        id.value(),
                        disabled)
                == 1;
    }

    /** Holds the room for this transaction, so that changes of its lists follow each other; false if it does not exist. */
    boolean lock(RoomId id) {
        return sql.update("UPDATE room SET version = version WHERE room_id = ?", id.value()) == 1;
    }

    /** Removes the room itself and what refers to it; false if it is not of the version. What was said in it is removed later. */
    boolean delete(RoomId id, int version, Instant now) {
        long room = id.value();
        if (sql.update("UPDATE room SET version = version + 1 WHERE room_id = ? AND version = ?", room, version) == 0) {
            return false;
        }
        sql.update("DELETE FROM room_principal WHERE room_id = ?", room);
        sql.update("DELETE FROM room_add_in WHERE room_id = ?", room);
        sql.update("DELETE FROM join_request WHERE room_id = ?", room);
        sql.update("DELETE FROM room_head WHERE room_id = ?", room);
        sql.update("DELETE FROM room WHERE room_id = ?", room);
        sql.update("INSERT INTO deleted_room (room_id, deleted_at) VALUES (?, ?)", room, now);
        return true;
    }

    /** Version of a room as it is in this transaction, or -1 if it does not exist. */
    int version(RoomId id) {
        return sql.query("SELECT version FROM room WHERE room_id = ?", row -> row.getInt(1), id.value()).stream()
                .findFirst()
                .orElse(-1);
    }
}
