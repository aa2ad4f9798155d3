package org.persistentchat.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bus promises over every transport. */
abstract class BusContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<TestBus> running = new ArrayList<>();

    /** The transport of server {@code number} in a group that the test has for itself. */
    abstract Transport transport(int number);

    TestBus start(int number, BusFollower... followers) {
        TestBus bus = new TestBus(number, transport(number), List.of(followers));
        running.add(bus);
        return bus;
    }

    @AfterEach
    void stop() {
        running.forEach(TestBus::close);
    }

    static byte[] text(String text) {
        return new WireWriter().text(text).toBytes();
    }

    static void eventually(Runnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion::run);
    }

    @Test
    void whatOneSendsAllOthersHearInItsOrder() {
        RecordingFollower second = new RecordingFollower(BusKind.CHANGE);
        RecordingFollower third = new RecordingFollower(BusKind.CHANGE);
        TestBus sender = start(1);
        start(2, second);
        start(3, third);
        eventually(() -> assertThat(sender.bus().peers()).hasSize(2));
        List<String> texts =
                IntStream.range(0, 3_000).mapToObj(number -> "text " + number).toList();

        texts.forEach(text -> sender.bus().send(BusKind.CHANGE, text(text)));

        eventually(() -> assertThat(second.heard()).isEqualTo(texts));
        eventually(() -> assertThat(third.heard()).isEqualTo(texts));
        assertThat(second.events()).doesNotContain("missed 1");
    }

    @Test
    void aServerThatStopsHasLeftAndOneThatComesAgainHasJoined() {
        RecordingFollower follower = new RecordingFollower(BusKind.CHANGE);
        TestBus staying = start(1, follower);
        assertThat(staying.bus().isAlone()).isTrue();
        TestBus going = start(2);
        eventually(() -> assertThat(follower.events()).containsExactly("joined 2"));

        going.close();
        eventually(() -> assertThat(follower.events()).containsExactly("joined 2", "left 2"));
        assertThat(staying.bus().isAlone()).isTrue();

        start(2);
        eventually(() -> assertThat(follower.events()).containsExactly("joined 2", "left 2", "joined 2"));
    }

    @Test
    void aFollowerThatIsBehindHoldsUpNobodyAndIsToldThatItMissedSomething() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        RecordingFollower slow = new RecordingFollower(mayGoOn, BusKind.CHANGE);
        RecordingFollower quick = new RecordingFollower(BusKind.MARKER);
        TestBus sender = start(1);
        TestBus receiver = start(2, slow, quick);
        eventually(() -> assertThat(sender.bus().peers()).hasSize(1));

        for (int number = 0; number < 12_000; number++) {
            int wanted = number;
            sender.bus().send(BusKind.CHANGE, text("change " + number));
            if (number % 4_000 == 3_999) {
                eventually(() -> assertThat(receiver.count("received")).isGreaterThan(wanted));
            }
        }
        sender.bus().send(BusKind.MARKER, text("marker"));

        eventually(() -> assertThat(quick.heard()).containsExactly("marker"));
        mayGoOn.countDown();
        eventually(() -> assertThat(slow.events()).contains("missed 1"));
        assertThat(receiver.count("dropped")).isPositive();
    }
}
