package org.persistentchat.room;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.persistentchat.database.UtcTimestamp;

/**
 * Removes what was said in deleted rooms, and what people kept of them: some rows in a transaction, because the deletion of a million rows at once would hold up
 * everybody who posts.
 */
final class DeletedRoomTable {
    /** Below what makes SQL Server lock a whole table. */
    private static final int ROWS = 1_000;

    /** Emptied at once, and then not looked for again until everything has settled. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    /** What was under way when the room was deleted has arrived by then. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private static final String EVENTS = "room_event";

    /** All tables with a {@code room_id}, besides those that the deletion itself empties. */
    static final List<String> TABLES = List.of(
            EVENTS,
            "message_block",
            "message_reaction",
            "room_pin",
            "mention",
            "unkept_event",
            "read_marker",
            "room_invitation",
            "room_follow",
            "retention_progress");

    private final SqlTemplate sql;
    private final DeletedRoomEvents events;
    private final Map<Long, Long> waiting = new HashMap<>();

    DeletedRoomTable(DataSource dataSource) {
        this.sql = new SqlTemplate(dataSource);
        this.events = new DeletedRoomEvents(dataSource);
    }

    private record Deleted(long room, Instant at) {}

    /**
     * Removes everything that is there of deleted rooms, but what is said and held: a room that has such messages is looked at again when holds have changed.
     * Outside of a transaction; may be done by several servers at once.
     */
    void removeContent(Instant now) {
        List<Deleted> rooms = sql.query(
                "SELECT room_id, deleted_at FROM deleted_room",
                row -> new Deleted(row.getLong(1), UtcTimestamp.read(row, 2)));
        for (Deleted room : rooms) {
            boolean settled = room.at().plus(SETTLED).isBefore(now);
            if ((settled || room.at().plus(FRESH).isAfter(now)) && !isWaiting(room)) {
                long version = events.version(); // before: a release meanwhile is a reason to look again
                boolean kept = events.remove(room.room());
                TABLES.stream().filter(table -> !table.equals(EVENTS)).forEach(table -> empty(table, room.room()));
                if (kept) {
                    waiting.put(room.room(), version);
                } else if (settled) {
                    sql.update("DELETE FROM deleted_room WHERE room_id = ?", room.room());
                }
            }
        }
    }

    private boolean isWaiting(Deleted room) {
        Long version = waiting.get(room.room());
        return version != null && version == events.version();
    }

    private void empty(String table, long room) {
        int removed;
        do {
            removed = sql.update("DELETE TOP (" + ROWS + ") FROM " + table + " WHERE room_id = ?", room);
        } while (removed == ROWS);
    }
}
