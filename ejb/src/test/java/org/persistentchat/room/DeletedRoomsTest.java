package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.hold.SampleHolds;
import org.persistentchat.identity.PersonId;

/** What was said in a deleted room goes, some rows at a time; no table is forgotten. */
class DeletedRoomsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final RoomId GONE = new RoomId(5);

    private final InMemoryContent content = new InMemoryContent();
    private final RoomTable rooms = new RoomTable(content.dataSource());
    private final DeletedRoomTable deleted = new DeletedRoomTable(content.dataSource());

    private Set<String> tablesOfRooms() throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Connection connection = content.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT table_name FROM information_schema.columns WHERE column_name = 'ROOM_ID'")) {
            while (row.next()) {
                tables.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        // A stay is ended, and recorded as ended, by the server that keeps it or by those that stand in for it.
        tables.removeAll(Set.of(
                "room", "room_head", "room_principal", "room_add_in", "join_request", "deleted_room", "room_stay"));
        return tables;
    }

    @Test
    void everyTableThatNamesRoomsIsEmptiedOfThem() throws SQLException {
        assertThat(DeletedRoomTable.TABLES).containsExactlyInAnyOrderElementsOf(tablesOfRooms());
    }

    @Test
    void eventsGoAndThoseOfOtherRoomsStay() {
        new CategoryTable(content.dataSource()).insert(SampleRooms.company(), new PersonId(1), NOW);
        Room gone = SampleRooms.open(5);
        rooms.insert(List.of(gone, SampleRooms.open(6)));
        for (int sequence = 1; sequence <= 2_500; sequence++) {
            event(5, sequence);
        }
        event(6, 1);
        assertThat(rooms.delete(GONE, 7, NOW)).isFalse();
        assertThat(rooms.delete(GONE, 0, NOW)).isTrue();
        assertThat(rooms.lock(GONE)).isFalse();

        deleted.removeContent(NOW.plusSeconds(1));

        assertThat(content.numbers("SELECT DISTINCT room_id FROM room_event")).containsExactly(6L);
        assertThat(content.numbers("SELECT room_id FROM deleted_room")).containsExactly(5L);
        deleted.removeContent(NOW.plus(Duration.ofHours(1)));
        assertThat(content.numbers("SELECT room_id FROM deleted_room")).isEmpty();
    }

    @Test
    void whatIsHeldStaysUntilItIsReleased() {
        new CategoryTable(content.dataSource()).insert(SampleRooms.company(), new PersonId(1), NOW);
        rooms.insert(List.of(SampleRooms.open(5)));
        for (int sequence = 1; sequence <= 1_500; sequence++) {
            event(5, sequence);
        }
        content.execute("UPDATE room_event SET body = 'the merger' WHERE sequence IN (3, 1400)");
        SampleHolds.set(content.dataSource(), 1, SampleHolds.of(Set.of(), Set.of(), "merger"));
        rooms.delete(GONE, 0, NOW);
        deleted.removeContent(NOW.plus(Duration.ofHours(1)));
        deleted.removeContent(NOW.plus(Duration.ofHours(1)));
        assertThat(content.numbers("SELECT sequence FROM room_event ORDER BY sequence"))
                .containsExactly(3L, 1_400L);
        assertThat(content.numbers("SELECT room_id FROM deleted_room")).containsExactly(5L);
        SampleHolds.release(content.dataSource(), 1);
        deleted.removeContent(NOW.plus(Duration.ofHours(1)));
        assertThat(content.numbers("SELECT COUNT(*) FROM room_event")).containsExactly(0L);
        assertThat(content.numbers("SELECT room_id FROM deleted_room")).isEmpty();
    }

    private void event(long room, long sequence) {
        content.execute(
                "INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body) VALUES ("
                        + room + ", " + sequence + ", 1, 101, CURRENT_TIMESTAMP, CAST(X'"
                        + String.format("%032x", sequence) + "' AS BINARY(16)), 'x')");
    }
}
