package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.compliance.Batches.NOON;
import static org.persistentchat.compliance.Batches.SERVER;
import static org.persistentchat.compliance.Batches.batch;
import static org.persistentchat.compliance.Batches.batches;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.EncodedBatch;

/** Whatever breaks on the way to the archive, the outbox gives everything once more until it is confirmed. */
class RelayTest {

    private static final ComplianceSettings SMALL = new ComplianceSettings(
            true, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, 0, false, 2_000, 8_000, 8_000);

    private final OutboxDatabase database;
    private final FakeChannel channel = new FakeChannel();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private PendingBatches pending = new PendingBatches(SMALL);
    private RelayMetrics metrics = new RelayMetrics(registry, pending, this::wallClock);
    private Relay relay;
    private long now;

    RelayTest() throws SQLException {
        database = new OutboxDatabase();
        relay = newRelay();
    }

    private Relay newRelay() {
        OutboxTable table = new OutboxTable(database.dataSource());
        return new Relay(SMALL, SERVER, pending, table, channel, metrics, this::wallClock);
    }

    private Instant wallClock() {
        return NOON.plusMillis(now);
    }

    @BeforeEach
    void theFirstSweepFindsAnEmptyTable() {
        relay.step(now);
    }

    private void restart() {
        registry.clear();
        pending = new PendingBatches(SMALL);
        metrics = new RelayMetrics(registry, pending, this::wallClock);
        relay = newRelay();
    }

    private void commit(Collection<EncodedBatch> batches) throws SQLException {
        database.write(batches);
        batches.forEach(batch -> metrics.committed(pending.offer(batch)));
    }

    private void after(Duration time) {
        now += time.toMillis();
        relay.step(now);
    }

    private void confirm(Long... batchIds) {
        pending.archived(SERVER, List.of(batchIds));
        relay.step(now);
    }

    private double metric(String name) {
        return registry.get("persistentchat.compliance." + name)
                .meter()
                .measure()
                .iterator()
                .next()
                .getValue();
    }

    @Test
    void whatIsCommittedTogetherTravelsTogether() throws SQLException {
        commit(batches(1, 3));
        relay.step(now);
        assertThat(channel.messages).singleElement().isEqualTo(batches(1, 3));
    }

    @Test
    void aMessageHasABound() throws SQLException {
        commit(batches(1, 20));
        relay.step(now);
        assertThat(channel.messages)
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> assertThat(message.stream()
                                .mapToInt(batch -> batch.payload().length)
                                .sum())
                        .isLessThanOrEqualTo(SMALL.messageBytes()));
    }

    @Test
    void aBatchLargerThanAMessageTravelsAlone() throws SQLException {
        commit(List.of(batch(1), batch(2, "x".repeat(3_000)), batch(3)));
        relay.step(now);
        assertThat(channel.messages).hasSize(3);
    }

    @Test
    void aConfirmationRemovesExactlyTheRowsItNames() throws SQLException {
        commit(batches(1, 5));
        relay.step(now);
        confirm(2L, 4L);
        assertThat(database.rows(SERVER)).containsExactly(1L, 3L, 5L);
    }

    @Test
    void aRowOfAnotherServerIsLeftToThatServer() throws SQLException {
        EncodedBatch mine = batch(1);
        database.write(List.of(new EncodedBatch(SERVER + 1, 1, NOON, 1, mine.payload())));
        after(Duration.ofMinutes(1));
        assertThat(channel.arrivals()).isEmpty();
    }

    @Test
    void nothingIsLostWhenTheBrokerFails() throws SQLException {
        channel.broken = true;
        commit(batches(1, 4));
        after(Duration.ofSeconds(1));
        assertThat(metric("send.failures")).isPositive();
        channel.broken = false;
        after(Duration.ofSeconds(11));
        assertThat(channel.arrivals()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aBrokerThatIsAwayIsAskedLessAndLessOften() throws SQLException {
        channel.broken = true;
        commit(batches(1, 1));
        for (int i = 0; i < 600; i++) {
            after(Duration.ofMillis(100));
        }
        assertThat(metric("send.failures")).isBetween(5.0, 15.0);
    }

    @Test
    void whatIsNotConfirmedInTimeIsSentAgain() throws SQLException {
        commit(batches(1, 1));
        relay.step(now);
        assertThat(channel.arrivals()).containsExactly(1L);
        after(Duration.ofSeconds(29));
        assertThat(channel.arrivals()).isEmpty();
        after(Duration.ofSeconds(2));
        assertThat(channel.arrivals()).containsExactly(1L);
        assertThat(metric("resent")).isEqualTo(1);
    }

    @Test
    void aSilentArchiveIsAskedWithOneBatchAtATime() throws SQLException {
        commit(batches(1, 10));
        relay.step(now);
        channel.arrivals();
        after(Duration.ofSeconds(31));
        assertThat(channel.arrivals()).hasSize(1);
        after(Duration.ofSeconds(20));
        assertThat(channel.arrivals()).isEmpty();
        confirm(1L);
        after(Duration.ofSeconds(11));
        assertThat(channel.arrivals())
                .containsExactlyElementsOf(LongStream.rangeClosed(2, 10).boxed().toList());
    }

    @Test
    void whatTheArchiveMissedIsSentAgain() throws SQLException {
        commit(batches(1, 2));
        relay.step(now);
        channel.arrivals();
        pending.missed(SERVER, List.of(1L, 2L));
        after(Duration.ofMillis(1));
        assertThat(channel.arrivals()).isEmpty();
        after(Duration.ofSeconds(11));
        assertThat(channel.arrivals()).containsExactly(1L);
        assertThat(metric("resent")).isEqualTo(2);
        confirm(1L);
        assertThat(channel.arrivals()).containsExactly(2L);
    }

    @Test
    void anArchiveThatMissesIsAskedLessAndLessOften() throws SQLException {
        commit(batches(1, 10));
        int asked = 0;
        for (int i = 0; i < 600; i++) {
            after(Duration.ofMillis(100));
            List<Long> arrivals = channel.arrivals();
            asked += arrivals.isEmpty() ? 0 : 1;
            pending.missed(SERVER, arrivals);
        }
        assertThat(asked).isBetween(5, 15);
        confirm(channel.arrivals().toArray(Long[]::new));
        after(Duration.ofSeconds(11));
        pending.archived(SERVER, channel.arrivals());
        after(Duration.ofSeconds(1));
        pending.archived(SERVER, channel.arrivals());
        after(Duration.ofSeconds(1));
        assertThat(database.rows(SERVER)).isEmpty();
    }

    @Test
    void oneLostMessageDoesNotSlowTheOthers() throws SQLException {
        commit(batches(1, 1));
        relay.step(now);
        after(Duration.ofSeconds(5));
        commit(batches(2, 2));
        after(Duration.ofSeconds(1));
        confirm(2L);
        channel.arrivals();
        commit(batches(3, 9));
        after(Duration.ofSeconds(25));
        assertThat(channel.arrivals()).containsExactlyInAnyOrderElementsOf(List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 1L));
    }

    @Test
    void aRestartSendsWhatTheKilledRunLeft() throws SQLException {
        commit(batches(1, 3));
        relay.step(now);
        channel.arrivals();
        now += 5_000;
        restart();
        relay.step(now);
        assertThat(channel.arrivals()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRowJustWrittenIsNotTakenForForgotten() throws SQLException {
        restart();
        database.write(batches(1, 1));
        after(Duration.ofSeconds(2));
        assertThat(channel.arrivals()).isEmpty();
        after(Duration.ofSeconds(10));
        assertThat(channel.arrivals()).containsExactly(1L);
    }

    @Test
    void moreThanMemoryHoldsIsSentFromTheTable() throws SQLException {
        commit(batches(1, 500));
        assertThat(metric("overflow")).isPositive();
        List<Long> arrived = new ArrayList<>();
        for (int i = 0; i < 300 && !database.rows(SERVER).isEmpty(); i++) {
            after(Duration.ofMillis(100));
            List<Long> arrivals = channel.arrivals();
            arrived.addAll(arrivals);
            pending.archived(SERVER, arrivals);
        }
        assertThat(database.rows(SERVER)).isEmpty();
        assertThat(arrived)
                .doesNotHaveDuplicates()
                .containsAll(LongStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void onlyAWindowIsInFlight() throws SQLException {
        commit(batches(1, 20));
        commit(batches(21, 40));
        relay.step(now);
        int bytes = channel.messages.stream()
                .flatMap(List::stream)
                .mapToInt(batch -> batch.payload().length)
                .sum();
        assertThat(bytes).isLessThanOrEqualTo(SMALL.inFlightBytes() + SMALL.messageBytes());
    }

    @Test
    void aRowThatCannotBeRemovedIsRemovedLater() throws SQLException {
        commit(batches(1, 2));
        relay.step(now);
        database.unreachable = true;
        confirm(1L, 2L);
        assertThat(metric("outbox.failures")).isPositive();
        database.unreachable = false;
        after(Duration.ofSeconds(11));
        assertThat(database.rows(SERVER)).isEmpty();
    }

    @Test
    void aLateConfirmationStopsTheSecondSending() throws SQLException {
        commit(batches(1, 1));
        relay.step(now);
        channel.arrivals();
        channel.broken = true;
        after(Duration.ofSeconds(31));
        confirm(1L);
        channel.broken = false;
        after(Duration.ofMinutes(1));
        assertThat(channel.arrivals()).isEmpty();
        assertThat(database.rows(SERVER)).isEmpty();
    }

    @Test
    void aRefusedBatchBecomesADeadLetterAndHoldsUpNothing() throws SQLException {
        commit(batches(1, 2));
        relay.step(now);
        channel.arrivals();
        pending.refused(refusal());
        confirm(2L);
        after(Duration.ofHours(2));
        assertThat(channel.arrivals()).isEmpty();
        assertThat(database.rows(SERVER)).isEmpty();
        assertThat(letters().oldest(9)).singleElement().satisfies(letter -> {
            assertThat(letter.batchId()).isEqualTo(1);
            assertThat(letter.reason()).isEqualTo("too long");
        });
        assertThat(metric("dead.letters")).isEqualTo(1);
    }

    @Test
    void aDeadLetterThatIsReplayedIsSentAgain() throws SQLException {
        commit(batches(1, 1));
        relay.step(now);
        channel.arrivals();
        pending.refused(refusal());
        relay.step(now);
        assertThat(letters().replay(new BatchKey(SERVER, 1))).isTrue();
        assertThat(letters().replay(new BatchKey(SERVER, 1))).isFalse();
        assertThat(letters().count()).isZero();
        after(Duration.ofSeconds(11));
        assertThat(channel.arrivals()).containsExactly(1L);
        confirm(1L);
        assertThat(database.rows(SERVER)).isEmpty();
    }

    @Test
    void aRefusalOutlastsADatabaseThatIsAway() throws SQLException {
        commit(batches(1, 1));
        relay.step(now);
        pending.refused(refusal());
        database.unreachable = true;
        relay.step(now);
        database.unreachable = false;
        assertThat(database.rows(SERVER)).containsExactly(1L);
        after(Duration.ofSeconds(1));
        assertThat(database.rows(SERVER)).isEmpty();
        assertThat(letters().count()).isEqualTo(1);
    }

    private DeadLetterTable letters() {
        return new OutboxTable(database.dataSource()).deadLetters();
    }

    private static Refusal refusal() {
        EncodedBatch refused = batch(1);
        return new Refusal(new BatchKey(SERVER, 1), "too long", refused.records(), refused.payload());
    }

    @Test
    void whatIsArchivedDoesNotAge() throws SQLException {
        commit(batches(1, 1));
        after(Duration.ofSeconds(12));
        EncodedBatch later = new EncodedBatch(SERVER, 2, wallClock(), 1, batch(2).payload());
        commit(List.of(later));
        after(Duration.ofSeconds(1));
        assertThat(metric("outbox.age.seconds")).isEqualTo(13);
        confirm(1L);
        assertThat(metric("outbox.age.seconds")).isEqualTo(1);
    }

    @Test
    void theLagIsReadable() throws SQLException {
        commit(batches(1, 3));
        after(Duration.ofSeconds(12));
        assertThat(metric("outbox.batches")).isEqualTo(3);
        assertThat(metric("outbox.age.seconds")).isEqualTo(12);
        confirm(1L, 2L, 3L);
        assertThat(metric("outbox.batches")).isZero();
        assertThat(metric("outbox.age.seconds")).isZero();
    }
}
