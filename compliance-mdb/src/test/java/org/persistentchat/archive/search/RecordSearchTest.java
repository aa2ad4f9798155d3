package org.persistentchat.archive.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.discovery.ArchiveQuery;
import org.persistentchat.discovery.FoundRecord;
import org.persistentchat.discovery.FoundRecords;

/** Over blocks that are indexed and the rest that is not. */
class RecordSearchTest {

    private static final int RECORDS = 40 * BlockIndex.SIZE + 300;

    private static final SampleArchive ARCHIVE = new SampleArchive();
    private static final RecordSearch SEARCH = new RecordSearch(ARCHIVE.database());
    private static int blocks;

    private int queries;

    @BeforeAll
    static void fill() throws SQLException {
        List<ComplianceRecord> some = new ArrayList<>();
        for (int number = 1; number <= RECORDS; number++) {
            some.add(Spoken.by(number).saying(number % 5_000 == 0 ? "The rare-bird " + number : "line " + number));
            if (some.size() == 1_000) {
                ARCHIVE.append(some);
                some.clear();
            }
        }
        ARCHIVE.append(some);
        Indexer indexer = new Indexer(ARCHIVE.database());
        while (indexer.next()) {
            blocks++;
        }
    }

    private List<Long> all(ArchiveQuery query, int limit) throws SQLException {
        List<Long> positions = new ArrayList<>();
        queries = 0;
        for (FoundRecords page = SEARCH.page(query, 0, limit);
                ;
                page = SEARCH.page(query, page.lookedThrough(), limit)) {
            queries++;
            page.items().stream().map(FoundRecord::position).forEach(positions::add);
            if (!page.hasMore()) {
                return positions;
            }
        }
    }

    private static ArchiveQuery words(String words) {
        return new ArchiveQuery(
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                words);
    }

    @Test
    void onlyCompleteBlocksAreIndexed() {
        assertThat(blocks).isEqualTo(40);
    }

    @Test
    void aRareWordIsFoundInOnePageWhereverItIs() throws SQLException {
        assertThat(all(words("RARE-bird"), 100))
                .containsExactly(5_000L, 10_000L, 15_000L, 20_000L, 25_000L, 30_000L, 35_000L, 40_000L);
        assertThat(queries).isEqualTo(1);
    }

    @Test
    void whatIsNotIndexedYetIsFoundToo() throws SQLException {
        assertThat(all(words(String.valueOf(RECORDS)), 100)).containsExactly((long) RECORDS);
    }

    @Test
    void wordsThatAreNowhereTogetherAreNotFound() throws SQLException {
        assertThat(all(words("rare line"), 100)).isEmpty();
        assertThat(all(words("nobody-said-this"), 100)).isEmpty();
        assertThat(queries).isEqualTo(1);
    }

    @Test
    void aPageLooksAtABoundedPartOfTheArchive() throws SQLException {
        FoundRecords page = SEARCH.page(words("bird-rare"), 0, 100); // both words are there, never in this order
        assertThat(page.items()).isEmpty();
        assertThat(all(words("line"), 500)).hasSize(RECORDS - 8);
        assertThat(queries).isEqualTo((RECORDS - 8 + 499) / 500);
    }

    @Test
    void aTimeIsFoundWithoutLookingAtAllBefore() throws SQLException {
        Instant from = Spoken.by(30_000).at();
        ArchiveQuery query = new ArchiveQuery(
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.of(from),
                Optional.of(from.plusMillis(3)),
                "");
        assertThat(all(query, 100)).containsExactly(30_000L, 30_001L, 30_002L);
        assertThat(queries).isEqualTo(1);
    }
}
