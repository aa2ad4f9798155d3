package org.persistentchat.marker;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.identity.PersonId;
import org.persistentchat.marker.ReadMarkers.Place;
import org.persistentchat.room.RoomId;

/** A marker only moves forward and never passes the room's head, also when two servers move it at once. */
class MarkerStoreTest {
    private static final PersonId ANA = new PersonId(1);
    private static final Place IN_OPS = new Place(ANA, new RoomId(11));
    private static final int ROUNDS = 40;

    private final InMemoryContent content = new InMemoryContent();
    private final MarkerStore store = new MarkerStore(content.dataSource());

    MarkerStoreTest() {
        content.room(11);
        content.execute("UPDATE room_head SET last_sequence = 100 WHERE room_id = 11");
    }

    private long move(Place place, long sequence) throws SQLException {
        store.forward(Map.of(place, sequence));
        return marker(place);
    }

    private long marker(Place place) {
        return content.numbers(
                        "SELECT sequence FROM read_marker WHERE person_id = ? AND room_id = ?",
                        place.person().value(),
                        place.room().value())
                .get(0);
    }

    @Test
    void aMarkerMovesForwardOnly() throws SQLException {
        assertThat(move(IN_OPS, 40)).isEqualTo(40);
        assertThat(move(IN_OPS, 42)).isEqualTo(42);
        assertThat(move(IN_OPS, 41)).isEqualTo(42);
        assertThat(move(IN_OPS, 42)).isEqualTo(42);
    }

    @Test
    void aMarkerNeverPassesTheHeadOfTheRoom() throws SQLException {
        assertThat(move(IN_OPS, 5_000)).isEqualTo(100);
        content.execute("UPDATE room_head SET last_sequence = 120 WHERE room_id = 11");
        assertThat(move(IN_OPS, 5_000)).isEqualTo(120);
    }

    @Test
    void aMarkerOfARoomThatDoesNotExistIsNotStored() throws SQLException {
        store.forward(Map.of(new Place(ANA, new RoomId(99)), 5L));
        assertThat(content.numbers("SELECT COUNT(*) FROM read_marker")).containsExactly(0L);
    }

    @Test
    void markersOfManyAreMovedTogether() throws SQLException {
        Place ben = new Place(new PersonId(2), new RoomId(11));
        move(IN_OPS, 50);
        store.forward(Map.of(IN_OPS, 10L, ben, 20L));
        assertThat(marker(IN_OPS)).isEqualTo(50);
        assertThat(marker(ben)).isEqualTo(20);
    }

    @Test
    void twoServersThatMoveTheSameMarkersAtOnceBothSucceed() throws Exception {
        ExecutorService servers = Executors.newFixedThreadPool(2);
        CyclicBarrier together = new CyclicBarrier(2);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int server = 0; server < 2; server++) {
                boolean backwards = server == 1;
                running.add(servers.submit(() -> moveManyTimes(together, backwards)));
            }
            for (Future<Boolean> server : running) {
                assertThat(server.get()).isTrue();
            }
        } finally {
            servers.shutdownNow();
        }
        assertThat(content.numbers("SELECT DISTINCT sequence FROM read_marker")).containsExactly(7L);
        assertThat(content.numbers("SELECT COUNT(*) FROM read_marker")).containsExactly(5L * ROUNDS);
    }

    /** Each round moves markers that nobody has yet, one server in the order opposite to the other's. */
    private boolean moveManyTimes(CyclicBarrier together, boolean backwards) throws Exception {
        MarkerStore own = new MarkerStore(content.dataSource());
        for (int round = 0; round < ROUNDS; round++) {
            long first = 1_000 + round * 5L;
            Map<Place, Long> wanted = new LinkedHashMap<>();
            LongStream.range(0, 5)
                    .map(index -> backwards ? first + 4 - index : first + index)
                    .forEach(person -> wanted.put(new Place(new PersonId(person), new RoomId(11)), 7L));
            together.await();
            own.forward(wanted);
        }
        return true;
    }
}
