package org.persistentchat.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.room.RoomId;

/** A time is found in a room by halves. */
class EventStoreTest {
    private static final RoomId ROOM = new RoomId(11);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryContent content = new InMemoryContent();
    private final EventStore store = new EventStore();

    private void say(int events) {
        content.room(11);
        content.execute("INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body)"
                + " SELECT 11, x, 1, 2, DATEADD(MINUTE, x, TIMESTAMP '2026-11-24 12:00:00'), CAST(x AS BINARY(16)), 'b'"
                + " FROM SYSTEM_RANGE(1, " + events + ")");
        content.execute("UPDATE room_head SET last_sequence = " + events + " WHERE room_id = 11");
        store.dataSource = content.dataSource();
    }

    @Test
    void theFirstEventThatIsNotBeforeATimeIsFound() {
        say(1_000);
        assertThat(store.firstAt(ROOM, NOON)).isEqualTo(1);
        assertThat(store.firstAt(ROOM, NOON.plusSeconds(60 * 500))).isEqualTo(500);
        assertThat(store.firstAt(ROOM, NOON.plusSeconds(60 * 500 + 1))).isEqualTo(501);
        assertThat(store.firstAt(ROOM, NOON.plusSeconds(60 * 1_000))).isEqualTo(1_000);
        assertThat(store.firstAt(ROOM, NOON.plusSeconds(60 * 1_001))).isEqualTo(1_001);
        assertThat(store.firstAt(new RoomId(99), NOON)).isEqualTo(1);
    }
}
