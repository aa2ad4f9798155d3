package org.persistentchat.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;

/**
 * What it costs to say what is unread. Run by name only: {@code mvn -Dquick -pl ejb test -Dtest=PositionsBenchmark}; the figures are in
 * the output, and in {@code docs/performance.md}.
 */
class PositionsBenchmark {
    private static final Logger LOG = Logger.getLogger(PositionsBenchmark.class.getName());
    private static final int ROOMS = 100;
    private static final int PEOPLE = 2_000;
    private static final int ROOMS_EACH = 16;

    private final InMemoryContent content = new InMemoryContent();
    private final RoomPositions positions = new RoomPositions(content.dataSource());

    @Test
    void sixteenRoomsOfAPersonInSmallAndInLargeRooms() {
        for (int events : List.of(500, 5_000)) {
            fill(events);
            int readUpTo = events - 20;
            content.execute(
                    "INSERT INTO read_marker (person_id, room_id, sequence) SELECT p.x, 1 + MOD(p.x * 7 + r.x * 3, "
                            + ROOMS + "), " + readUpTo + " FROM SYSTEM_RANGE(1, " + PEOPLE
                            + ") p, SYSTEM_RANGE(0, 15) r");
            measure("16 rooms of " + events + " events, 20 unread each", PEOPLE, this::sixteenRooms);
            content.execute("DELETE FROM read_marker");
        }
        neverReadRoomOf(2_000);
        neverReadRoomOf(100_000);
        neverReadRoomOf(500_000);
    }

    private void neverReadRoomOf(int events) {
        content.execute("DELETE FROM room_event");
        content.execute("DELETE FROM message_block");
        content.execute("UPDATE room_head SET last_sequence = " + events + " WHERE room_id = 1");
        events(1, events);
        new WrittenRooms(content).countBlocks(1);
        measure(
                "a room of " + events + " events that are all unread",
                200,
                person -> assertThat(positions
                                .of(new PersonId(person), new RoomId(1), Long.MAX_VALUE)
                                .unread())
                        .isEqualTo(events));
    }

    private void fill(int events) {
        content.execute("DELETE FROM room_event");
        content.execute("DELETE FROM message_block");
        content.execute("DELETE FROM room_head");
        content.execute("INSERT INTO room_head (room_id, last_sequence) SELECT x, " + events + " FROM SYSTEM_RANGE(1, "
                + ROOMS + ")");
        events(ROOMS, events);
        for (int room = 1; room <= ROOMS; room++) {
            new WrittenRooms(content).countBlocks(room);
        }
    }

    private void events(int rooms, int events) {
        content.execute("INSERT INTO room_event (room_id, sequence, kind, author_id, committed_at, client_key, body)"
                + " SELECT r.x, s.x, 1, 100000 + MOD(s.x, 30), CURRENT_TIMESTAMP, CAST(s.x AS BINARY(16)), REPEAT('x', 200)"
                + " FROM SYSTEM_RANGE(1, " + rooms + ") r, SYSTEM_RANGE(1, " + events + ") s");
    }

    private void sixteenRooms(int person) {
        List<RoomId> rooms = IntStream.range(0, ROOMS_EACH)
                .mapToObj(index -> new RoomId(1 + (person * 7L + index * 3L) % ROOMS))
                .toList();
        assertThat(positions.of(new PersonId(person), rooms).values())
                .allSatisfy(position -> assertThat(position.unread()).isEqualTo(20));
    }

    private static void measure(String what, int times, IntConsumer question) {
        IntStream.rangeClosed(1, times).forEach(question);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        IntStream.rangeClosed(1, times).forEach(question);
        double micros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000.0 / times;
        LOG.info(String.format(Locale.ROOT, "%s: %.0f us of CPU a question", what, micros));
    }
}
