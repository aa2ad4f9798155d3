package org.persistentchat.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.archive.Records.NOON;
import static org.persistentchat.archive.Records.SERVER;
import static org.persistentchat.archive.Records.batch;
import static org.persistentchat.archive.Records.record;
import static org.persistentchat.archive.Records.records;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ArchiveConfirmation;
import org.persistentchat.compliance.record.BatchCodec;
import org.persistentchat.compliance.record.BatchFrames;
import org.persistentchat.compliance.record.EncodedBatch;

/** A message is confirmed when it is stored; what can never be stored is refused and holds up nothing. */
class RecordReceiverTest {

    private final ArchiveDatabaseFixture database = new ArchiveDatabaseFixture();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<String> answers = new ArrayList<>();
    private final List<ArchiveConfirmation.Refused> refused = new ArrayList<>();
    private final RecordReceiver receiver =
            new RecordReceiver(() -> new Archive(database.dataSource()), new Answers(), new ArchiveMetrics(registry));

    private final class Answers implements ArchiveConfirmation {
        @Override
        public void archived(int serverId, Collection<Long> batchIds) {
            batchIds.forEach(batchId -> answers.add("archived " + serverId + "/" + batchId));
        }

        @Override
        public void missed(int serverId, Collection<Long> batchIds, String reason) {
            batchIds.forEach(batchId -> answers.add("missed " + serverId + "/" + batchId));
        }

        @Override
        public void refused(int serverId, long batchId, Refused what) {
            answers.add("refused " + serverId + "/" + batchId);
            refused.add(what);
        }
    }

    private void receive(EncodedBatch... batches) {
        receiver.receive(BatchFrames.join(List.of(batches)));
    }

    private static EncodedBatch poison(long batchId) {
        return new EncodedBatch(SERVER, batchId, NOON, 1, new byte[] {'{', 'x'});
    }

    private double count(String name) {
        return registry.get("persistentchat.compliance.archive." + name)
                .counter()
                .count();
    }

    @Test
    void allBatchesOfAMessageAreStoredThenConfirmed() throws SQLException {
        receive(batch(1, records(1, 2)), batch(2, records(3, 3)));
        assertThat(database.stored()).containsExactly(1L, 2L, 3L);
        assertThat(answers).containsExactly("archived 3/1", "archived 3/2");
        assertThat(count("records")).isEqualTo(3);
    }

    @Test
    void aRepeatedMessageIsConfirmedAgain() throws SQLException {
        receive(batch(1, records(1, 2)));
        answers.clear();
        receive(batch(1, records(1, 2)));
        assertThat(answers).containsExactly("archived 3/1");
        assertThat(database.stored()).containsExactly(1L, 2L);
        assertThat(count("repeated")).isEqualTo(2);
    }

    @Test
    void nothingIsConfirmedBeforeTheCommit() throws SQLException {
        database.breakCommits(1);
        receive(batch(1, records(1, 2)));
        assertThat(answers).containsExactly("missed 3/1");
        assertThat(database.stored()).isEmpty();
        assertThat(count("failures")).isEqualTo(1);
        receive(batch(1, records(1, 2)));
        assertThat(answers).containsExactly("missed 3/1", "archived 3/1");
    }

    @Test
    void anArchiveThatCannotBeReachedMissesAllThatCanBeRead() {
        RecordReceiver away = new RecordReceiver(
                () -> {
                    throw new ArchiveException("not ready");
                },
                new Answers(),
                new ArchiveMetrics(registry));
        away.receive(BatchFrames.join(List.of(batch(1, records(1, 2)), poison(2), batch(3, records(3, 3)))));
        assertThat(answers).containsExactly("refused 3/2", "missed 3/1", "missed 3/3");
    }

    @Test
    void aBatchThatCannotBeReadIsRefusedAndTheOthersAreStored() throws SQLException {
        receive(batch(1, records(1, 1)), poison(2), batch(3, records(3, 3)));
        assertThat(answers).containsExactlyInAnyOrder("refused 3/2", "archived 3/1", "archived 3/3");
        assertThat(database.stored()).containsExactly(1L, 3L);
        assertThat(count("undecodable")).isEqualTo(1);
    }

    @Test
    void aBatchThatDoesNotFitTheTableIsRefusedAndTheOthersAreStored() throws SQLException {
        EncodedBatch tooLong = batch(2, List.of(record(2, "n".repeat(300))));
        receive(batch(1, records(1, 1)), tooLong, batch(3, records(3, 3)));
        assertThat(answers).containsExactlyInAnyOrder("refused 3/2", "archived 3/1", "archived 3/3");
        assertThat(database.stored()).containsExactly(1L, 3L);
        assertThat(count("unstorable")).isEqualTo(1);
    }

    @Test
    void ofABatchWithARecordThatDoesNotFitTheOthersAreStored() throws Exception {
        receive(batch(2, List.of(record(1), record(2, "n".repeat(300)), record(3))));
        assertThat(answers).containsExactly("refused 3/2");
        assertThat(database.stored()).containsExactly(1L, 3L);
        assertThat(refused).singleElement().satisfies(what -> {
            assertThat(what.records()).isEqualTo(1);
            assertThat(what.reason()).startsWith("SQLSTATE 22");
            assertThat(BatchCodec.decode(what.payload()).records()).containsExactly(record(2, "n".repeat(300)));
        });
    }

    @Test
    void aForeignMessageIsPassedOver() throws SQLException {
        receiver.receive("not a batch".getBytes(UTF_8));
        assertThat(answers).isEmpty();
        assertThat(count("undecodable")).isEqualTo(1);
    }
}
