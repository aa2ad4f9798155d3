package org.persistentchat.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bus on the network that other tests use. */
class InMemoryBusTest extends BusContract {
    private final InMemoryNetwork network = new InMemoryNetwork();

    @AfterEach
    void close() {
        network.close();
    }

    @Override
    Transport transport(int number) {
        return network.end(number);
    }

    @Test
    void whatIsLostIsNoticedWithoutAnythingMoreBeingSaid() {
        RecordingFollower follower = new RecordingFollower(BusKind.CHANGE);
        TestBus sender = start(1);
        start(2, follower);
        eventually(() -> assertThat(sender.bus().peers()).hasSize(1));
        sender.bus().send(BusKind.CHANGE, text("one"));
        eventually(() -> assertThat(follower.heard()).containsExactly("one"));

        network.cut(true);
        sender.bus().send(BusKind.CHANGE, text("two"));
        eventually(() -> assertThat(sender.count("sent")).isEqualTo(2));
        network.cut(false);

        eventually(() -> assertThat(follower.events()).containsExactly("joined 1", "missed 1"));
    }

    @Test
    void aServerThatIsCutOffHasLeftOnBothSidesAndBothBeginAnew() {
        RecordingFollower first = new RecordingFollower(BusKind.CHANGE);
        RecordingFollower second = new RecordingFollower(BusKind.CHANGE);
        TestBus one = start(1, first);
        start(2, second);
        eventually(() -> assertThat(first.events()).containsExactly("joined 2"));
        eventually(() -> assertThat(second.events()).containsExactly("joined 1"));

        network.cut(true);
        eventually(() -> assertThat(first.events()).containsExactly("joined 2", "left 2"));
        eventually(() -> assertThat(second.events()).containsExactly("joined 1", "left 1"));
        network.cut(false);
        eventually(() -> assertThat(first.events()).containsExactly("joined 2", "left 2", "joined 2"));
        eventually(() -> assertThat(second.events()).endsWith("joined 1"));

        one.bus().send(BusKind.CHANGE, text("again"));
        eventually(() -> assertThat(second.heard()).containsExactly("again"));
    }

    @Test
    void onABadNetworkNothingComesTwiceOrOutOfOrderAndLossesAreNoticed() {
        InMemoryNetwork bad = new InMemoryNetwork(42, 0.1);
        RecordingFollower follower = new RecordingFollower(BusKind.CHANGE);
        try (TestBus sender = new TestBus(1, bad, List.of());
                TestBus receiver = new TestBus(2, bad, List.of(follower))) {
            eventually(() -> assertThat(sender.bus().peers()).hasSize(1));
            eventually(() -> assertThat(receiver.bus().peers()).hasSize(1));
            IntStream.range(0, 20_000)
                    .forEach(number -> sender.bus().send(BusKind.CHANGE, text(String.format("%06d", number))));
            eventually(() ->
                    assertThat(sender.count("sent") + sender.count("dropped")).isEqualTo(20_000));
            eventually(() -> assertThat(follower.events()).contains("missed 1"));
        } finally {
            bad.close();
        }
        assertThat(follower.heard()).isSorted().doesNotHaveDuplicates().isNotEmpty();
    }
}
