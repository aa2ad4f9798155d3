package org.persistentchat.archive.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.persistentchat.archive.ArchiveDatabaseFixture;
import org.persistentchat.archive.Records;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.reading.ArchivedEntry;
import org.persistentchat.archive.reading.JdbcArchiveReader;

/** Every stored record gets one position, in one order, whoever stores and whoever seals. */
class SealerTest {

    private final ArchiveDatabaseFixture fixture = new ArchiveDatabaseFixture();
    private final DataSource database = fixture.dataSource();
    private final SigningKey key = SigningKey.generate();
    private final Sealer sealer = new Sealer(database, key, Clock.systemUTC());
    private final JdbcArchiveReader reader = new JdbcArchiveReader(database);

    private List<Long> read(long after, int limit) throws SQLException {
        return reader.read(after, reader.sealedThrough(), limit).stream()
                .map(entry -> entry.record().sequence())
                .toList();
    }

    @Test
    void nothingWaitsInAnEmptyArchive() throws SQLException {
        assertThat(sealer.seal()).isEmpty();
        assertThat(reader.sealedThrough()).isZero();
        assertThat(read(0, 10)).isEmpty();
    }

    @Test
    void recordsAreReadInTheOrderOfPositionsAsTheyWereStored() throws SQLException {
        fixture.store(Records.records(1, 3));
        assertThat(sealer.seal()).hasValueSatisfying(closed -> {
            assertThat(closed.records()).isEqualTo(3);
            assertThat(closed.checkpoint().chunk()).isEqualTo(1);
            assertThat(closed.checkpoint().through()).isEqualTo(3);
        });
        fixture.store(List.of(Records.edit(4)));
        sealer.seal();
        assertThat(reader.read(0, 4, 10))
                .containsExactly(
                        new ArchivedEntry(1, Records.record(1)),
                        new ArchivedEntry(2, Records.record(2)),
                        new ArchivedEntry(3, Records.record(3)),
                        new ArchivedEntry(4, Records.edit(4)));
        assertThat(read(1, 2)).containsExactly(2L, 3L);
        assertThat(reader.read(1, 2, 10)).hasSize(1);
    }

    @Test
    void whatIsStoredLaterIsNeverPutBefore() throws SQLException {
        fixture.store(Records.records(5, 6));
        sealer.seal();
        fixture.store(Records.records(1, 2));
        sealer.seal();
        assertThat(read(0, 10)).containsExactly(5L, 6L, 1L, 2L);
    }

    @Test
    void whatIsStoredAgainGetsNoSecondPosition() throws SQLException {
        fixture.store(Records.records(1, 3));
        sealer.seal();
        fixture.store(Records.records(2, 4));
        sealer.seal();
        assertThat(sealer.seal()).isEmpty();
        assertThat(read(0, 10)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void recordsFromBeforeThereWasAChainAreSealedToo() throws SQLException {
        fixture.store(Records.records(1, 700));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM archive_arrival");
            statement.execute("INSERT INTO archive_backlog SELECT record_id FROM compliance_record");
        }
        Backlog backlog = new Backlog(database);
        assertThat(backlog.drain()).isTrue();
        assertThat(backlog.drain()).isTrue();
        assertThat(backlog.drain()).isFalse();
        sealer.seal();
        assertThat(read(0, 1_000))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 700).boxed().toList());
    }

    @Test
    void aCommitThatFailsLeavesEverythingForTheNextTry() throws SQLException {
        fixture.store(Records.records(1, 3));
        fixture.breakCommits(1);
        try {
            sealer.seal();
        } catch (SQLException expected) {
            assertThat(reader.sealedThrough()).isZero();
        }
        sealer.seal();
        assertThat(read(0, 10)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void severalSealersBesideSeveralWritersMakeOneOrderWithoutGap() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> work = new ArrayList<>();
        for (long round = 0; round < 40; round++) {
            long first = round * 10 + 1;
            work.add(() -> {
                fixture.store(Records.records(first, first + 9));
                return 0;
            });
            Sealer another = new Sealer(database, key, Clock.systemUTC());
            work.add(() -> another.seal().map(Sealer.Sealed::records).orElse(0));
        }
        try {
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        sealer.seal();
        assertThat(reader.sealedThrough()).isEqualTo(400);
        assertThat(read(0, 1_000)).hasSize(400).doesNotHaveDuplicates();
        assertThat(fixture.query("SELECT COUNT(*) FROM archive_arrival")).containsExactly("0");
    }
}
