package org.persistentchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;

/** What was said before a migration counts as what is said after it. */
class UpgradeTest {
    @Test
    void messagesFromBeforeBlocksWereCountedAreUnreadToo() {
        InMemoryContent content = new InMemoryContent("7");
        content.room(11);
        content.execute("INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body)"
                + " SELECT 11, x, CASE WHEN MOD(x, 10) = 0 THEN 16 ELSE 1 END, 2 + MOD(x, 2), CURRENT_TIMESTAMP,"
                + " CAST(x AS BINARY(16)), 'b' FROM SYSTEM_RANGE(1, 1600)");
        content.execute("UPDATE room_event SET deleted = 1 WHERE sequence = 7");
        content.execute("UPDATE room_head SET last_sequence = 1600 WHERE room_id = 11");
        content.migrate();

        RoomPositions positions = new RoomPositions(content.dataSource());
        RoomId room = new RoomId(11);
        assertThat(unread(positions, 1, room)).isEqualTo(1_439);
        assertThat(unread(positions, 2, room)).isEqualTo(799);
        assertThat(content.numbers("SELECT COUNT(DISTINCT block) FROM message_block"))
                .containsExactly(3L);
    }

    private static long unread(RoomPositions positions, long person, RoomId room) {
        return Objects.requireNonNull(
                        positions.of(new PersonId(person), List.of(room)).get(room))
                .unread();
    }
}
