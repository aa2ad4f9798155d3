package org.persistentchat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.persistentchat.archive.Records.record;
import static org.persistentchat.archive.Records.records;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;

/** Each record is stored once, whoever brings it and however often. */
class ArchiveTest {

    private final ArchiveDatabaseFixture database = new ArchiveDatabaseFixture();
    private final Archive archive = new Archive(database.dataSource());

    @Test
    void aRecordIsKeptAsItIs() throws SQLException {
        archive.store(List.of(record(7)));
        assertThat(database.query("""
                        SELECT CONCAT_WS('|', RAWTOHEX(record_id), kind, recorded_at, room_id, room_name, category_name,
                          sequence, account, display_name, COALESCE(email, '-'), internal, server, content)
                        FROM compliance_record"""))
                .containsExactly("01900000000070000000000000000007|POST|2026-03-01 12:00:00.125|r1|Operations|General|"
                        + "7|ana|Ana|-|TRUE|node-1|line 7");
    }

    @Test
    void whatBecameOfAMessageIsKeptWithTheTextBefore() throws SQLException {
        archive.store(List.of(Records.edit(8)));
        assertThat(
                        database.query(
                                "SELECT CONCAT_WS('|', kind, sequence, content, target, title, previous) FROM compliance_record"))
                .containsExactly("EDIT|8|new|7|title|old");
    }

    @Test
    void aRepeatedBatchIsStoredOnce() throws SQLException {
        assertThat(archive.store(records(1, 5))).isEqualTo(5);
        assertThat(archive.store(records(1, 5))).isZero();
        assertThat(database.stored()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void ofAHalfKnownBatchTheOtherHalfIsStored() throws SQLException {
        archive.store(records(100, 350));
        assertThat(archive.store(records(1, 600))).isEqualTo(600 - 251);
        assertThat(database.stored())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 600).boxed().toList());
    }

    @Test
    void aRecordTwiceInOneBatchIsStoredOnce() throws SQLException {
        List<ComplianceRecord> twice =
                Stream.concat(records(1, 3).stream(), records(2, 4).stream()).toList();
        assertThat(archive.store(twice)).isEqualTo(4);
        assertThat(database.stored()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void threadsThatStoreTheSameAtTheSameTimeAllSucceed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (long round = 0; round < 25; round++) {
                long first = round * 40;
                Callable<Integer> lower = () -> archive.store(records(first + 1, first + 30));
                Callable<Integer> upper = () -> archive.store(records(first + 11, first + 40));
                List<Future<Integer>> stored = new ArrayList<>(threads.invokeAll(List.of(lower, upper, lower, upper)));
                int sum = 0;
                for (Future<Integer> each : stored) {
                    sum += each.get();
                }
                assertThat(sum).isEqualTo(40);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.stored())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void aDatabaseThatBreaksInTheMiddleHasAllOrNothing() throws SQLException {
        database.breakCommits(1);
        assertThatThrownBy(() -> archive.store(records(1, 5)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("lost");
        assertThat(database.stored()).isEmpty();
        assertThat(archive.store(records(1, 5))).isEqualTo(5);
    }

    @Test
    void migratingAgainChangesNothing() throws SQLException {
        archive.store(records(1, 1));
        assertThat(ArchiveSchema.migrate(database.dataSource())).isEqualTo("007");
        assertThat(database.stored()).containsExactly(1L);
    }
}
