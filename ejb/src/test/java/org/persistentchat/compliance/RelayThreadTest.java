package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.persistentchat.compliance.Batches.SERVER;
import static org.persistentchat.compliance.Batches.batch;
import static org.persistentchat.compliance.Batches.batches;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.EncodedBatch;

/** The relay on a thread of its own: comes up when it can, and ends when told. */
class RelayThreadTest {

    /** Longer than any of these tests waits for anything. */
    private static final Duration LONG = Duration.ofSeconds(25);

    private final OutboxDatabase database;
    private final PendingBatches pending = new PendingBatches(ComplianceSettings.DEFAULT);
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    RelayThreadTest() throws SQLException {
        database = new OutboxDatabase();
    }

    /** A channel behind which an archive confirms at once. */
    private Relay relayThatFailsAtFirst() {
        thread.set(Thread.currentThread());
        if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("not yet");
        }
        RecordChannel archive = new RecordChannel() {
            @Override
            public void send(List<EncodedBatch> batches) {
                pending.archived(
                        SERVER, batches.stream().map(EncodedBatch::batchId).toList());
            }

            @Override
            public void close() {}
        };
        RelayMetrics metrics = new RelayMetrics(new SimpleMeterRegistry(), pending, Clock.systemUTC());
        return new Relay(
                ComplianceSettings.DEFAULT,
                SERVER,
                pending,
                new OutboxTable(database.dataSource()),
                archive,
                metrics,
                Clock.systemUTC());
    }

    @Test
    void committedBatchesAreGoneSoonAndTheThreadEnds() throws SQLException {
        RelayThread relay = started(ComplianceSettings.DEFAULT.gather());
        database.write(batches(1, 100));
        batches(1, 100).forEach(pending::offer);
        await().untilAsserted(() -> assertThat(database.rows(SERVER)).isEmpty());
        relay.stop();
        assertThat(thread.get()).extracting(Thread::isAlive).isEqualTo(false);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aFullMessageGoesBeforeTheTimeOfGatheringIsOver() {
        RelayThread relay = gatheringForLong();

        pending.offer(batch(2, "x".repeat(ComplianceSettings.DEFAULT.messageBytes())));

        await().until(() -> pending.oldest().isEmpty());
        relay.stop();
    }

    @Test
    void theEndDoesNotWaitForTheTimeOfGathering() {
        RelayThread relay = gatheringForLong();

        relay.stop();

        assertThat(thread.get()).extracting(Thread::isAlive).isEqualTo(false);
    }

    private RelayThread gatheringForLong() {
        tries.set(1);
        pending.offer(batch(1));
        RelayThread relay = started(LONG);
        await().until(() -> pending.oldest().isEmpty()); // sent at the start
        return relay;
    }

    private RelayThread started(Duration gather) {
        RelayThread relay =
                new RelayThread(this::relayThatFailsAtFirst, pending, gather, Executors.defaultThreadFactory());
        relay.start();
        return relay;
    }
}
