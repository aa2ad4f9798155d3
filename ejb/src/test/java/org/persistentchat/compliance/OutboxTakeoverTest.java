package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.compliance.Batches.NOON;
import static org.persistentchat.compliance.Batches.SERVER;
import static org.persistentchat.compliance.Batches.batches;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.EncodedBatch;

/** What a lost server had not sent is sent by exactly one of the others. */
class OutboxTakeoverTest {
    private static final ComplianceSettings SETTINGS = ComplianceSettings.DEFAULT;

    private final OutboxDatabase database = new OutboxDatabase();
    private final Taker first = new Taker(7);
    private final Taker second = new Taker(8);
    private Instant clock = NOON.plusSeconds(60);

    OutboxTakeoverTest() throws SQLException {
        database.write(batches(1, 3));
    }

    /** One of the others. */
    private final class Taker {
        final PendingBatches pending = new PendingBatches(SETTINGS);
        final OutboxTakeover takeover;
        long now;

        Taker(int serverId) {
            OutboxTable table = new OutboxTable(database.dataSource());
            OutboxSweep.SweepTiming timing = new OutboxSweep.SweepTiming(() -> clock, SETTINGS.sweepEvery());
            takeover = new OutboxTakeover(
                    table.takeovers(),
                    serverId,
                    lost -> new OutboxSweep(table, lost, pending, null, timing),
                    () -> clock);
        }

        /** The batches that it sends now. */
        List<Long> sends() throws SQLException {
            boolean unused = takeover.run(now);
            now += 5_000;
            return pending.nextMessage(now).stream().map(EncodedBatch::batchId).toList();
        }
    }

    @Test
    void aServerThatLivesKeepsItsRows() throws SQLException {
        database.heard(SERVER, clock.minusSeconds(10), "ACTIVE");
        assertThat(first.sends()).isEmpty();
    }

    @Test
    void theRowsOfASilentOneAreSentByOneOfTheOthers() throws SQLException {
        database.heard(SERVER, clock.minusSeconds(30), "ACTIVE");
        assertThat(first.sends()).containsExactly(1L, 2L, 3L);
        assertThat(second.sends()).isEmpty();
        assertThat(first.sends()).as("known to be on their way").isEmpty();
    }

    @Test
    void whatAStoppedOneLeftIsSentAtOnce() throws SQLException {
        database.heard(SERVER, clock, "STOPPED");
        assertThat(first.sends()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void ifWhoTookOverIsLostTooTheNextDoes() throws SQLException {
        database.heard(SERVER, clock.minusSeconds(30), "ACTIVE");
        assertThat(first.sends()).hasSize(3);
        clock = clock.plus(Duration.ofSeconds(29));
        assertThat(second.sends()).isEmpty();
        clock = clock.plus(Duration.ofSeconds(2));
        assertThat(second.sends()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aServerThatComesBackHasItsRowsForItself() throws SQLException {
        database.heard(SERVER, clock.minusSeconds(30), "ACTIVE");
        assertThat(first.sends()).hasSize(3);
        database.heard(SERVER, clock, "ACTIVE");
        database.write(batches(4, 4));
        assertThat(first.sends()).isEmpty();
    }
}
