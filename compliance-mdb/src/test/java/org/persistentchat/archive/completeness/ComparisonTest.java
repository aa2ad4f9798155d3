package org.persistentchat.archive.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.persistentchat.archive.ArchiveDatabaseFixture;
import org.persistentchat.archive.Records;
import org.persistentchat.archive.api.ArchiveState;
import org.persistentchat.compliance.record.ContentSequences;

/** What is missing is said once nothing is on its way, and not before. */
class ComparisonTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ArchiveDatabaseFixture archive = new ArchiveDatabaseFixture();
    private final Content content = new Content();
    private Instant now = NOON;
    private Comparison comparison = newComparison();

    /** By another server. */
    private Comparison newComparison() {
        return comparisonBy(UUID.randomUUID().toString());
    }

    private Comparison comparisonBy(String holder) {
        return new Comparison(content, archive.dataSource(), holder, () -> now);
    }

    /** A content database with one room, or with none when it is deleted. */
    private static final class Content implements ContentSequences {
        private long last;
        private long unrecorded;
        private boolean deleted;
        private @Nullable Instant oldest;

        @Override
        public List<RoomSequences> page(long cursor, int limit) {
            return cursor == Long.MIN_VALUE && !deleted
                    ? List.of(new RoomSequences(1, "r1", last, unrecorded))
                    : List.of();
        }

        @Override
        public Optional<Instant> oldestWaiting() {
            return Optional.ofNullable(oldest);
        }
    }

    private ArchiveState.Comparison compare() throws SQLException {
        for (int step = 0; step < 2; step++) {
            now = now.plus(Duration.ofSeconds(10));
            comparison.step();
        }
        return state();
    }

    private ArchiveState.Comparison state() throws SQLException {
        try (Connection connection = archive.dataSource().getConnection()) {
            return new StateTable(connection).comparison();
        }
    }

    @Test
    void anArchiveThatHasEverythingIsComplete() throws SQLException {
        archive.store(Records.records(1, 5));
        content.last = 5;
        ArchiveState.Comparison state = compare();
        assertThat(state.missing()).isZero();
        assertThat(state.surplus()).isZero();
        assertThat(state.rooms()).isEqualTo(1);
        assertThat(state.upTo()).hasValueSatisfying(upTo -> assertThat(upTo).isAfter(NOON));
    }

    @Test
    void whatRetentionRemovedIsNotMissing() throws SQLException {
        archive.store(Records.records(1, 5));
        try (Connection connection = archive.dataSource().getConnection()) {
            connection.createStatement().execute("DELETE FROM compliance_record WHERE sequence <= 2");
            connection.createStatement().execute("INSERT INTO archive_expired VALUES (1, 6, 'r1', 1)");
            connection.createStatement().execute("INSERT INTO archive_expired VALUES (2, 6, 'r1', 2)");
        }
        content.last = 5;
        ArchiveState.Comparison state = compare();
        assertThat(state.missing()).isZero();
        assertThat(state.surplus()).isZero();
    }

    @Test
    void whoBeginsAnewAfterAFailureDoesNotWaitForTheirOwnLease() throws SQLException {
        archive.store(Records.records(1, 5));
        content.last = 5;
        comparison = comparisonBy("one");
        comparison.step();
        comparison = comparisonBy("one");
        assertThat(compare().upTo()).isPresent();
    }

    @Test
    void whatIsOnItsWayIsNotMissing() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 5;
        content.oldest = NOON;
        assertThat(compare()).isEqualTo(new ArchiveState.Comparison(Optional.empty(), 0, 0, 0, List.of()));
        archive.store(Records.records(4, 5));
        content.oldest = null;
        assertThat(compare().missing()).isZero();
    }

    @Test
    void whatIsNotOnItsWayAndNotThereIsMissingUntilItComes() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 5;
        ArchiveState.Comparison state = compare();
        assertThat(state.missing()).isEqualTo(2);
        assertThat(state.gaps()).containsExactly(new ArchiveState.Gap("r1", 2));
        content.last = 6;
        archive.store(Records.records(4, 6));
        assertThat(compare().missing()).isZero();
        assertThat(state().gaps()).isEmpty();
    }

    @Test
    void whatIsMissingOfARoomThatIsDeletedIsMissingUntilItComes() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 6;
        content.unrecorded = 1;
        assertThat(compare().missing()).isEqualTo(2);
        content.deleted = true;
        assertThat(compare().missing()).isEqualTo(2);
        archive.store(Records.records(4, 4));
        assertThat(compare().missing()).isEqualTo(1);
        archive.store(Records.records(6, 6));
        assertThat(compare().missing()).isZero();
        assertThat(state().gaps()).isEmpty();
        assertThat(state().rooms()).isZero();
    }

    @Test
    void aRoomThatWasDeletedIsCountedAgainAlsoByTheNextServer() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 4;
        assertThat(compare().missing()).isEqualTo(1);
        content.deleted = true;
        archive.store(Records.records(4, 4));
        now = now.plus(Duration.ofMinutes(2));
        comparison = newComparison();
        assertThat(compare().missing()).isZero();
    }

    @Test
    void aRoomThatWasCompleteWhenItWasDeletedIsNotComparedAnyMore() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 3;
        compare();
        content.deleted = true;
        archive.store(Records.records(4, 5));
        assertThat(compare()).satisfies(state -> {
            assertThat(state.missing()).isZero();
            assertThat(state.surplus()).isZero();
        });
    }

    @Test
    void whatWasNotRecordedIsNotMissing() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 5;
        content.unrecorded = 2;
        assertThat(compare().missing()).isZero();
        content.last = 7;
        archive.store(Records.records(7, 7));
        assertThat(compare().missing()).isEqualTo(1);
    }

    @Test
    void whatNobodyCommittedIsTooMuch() throws SQLException {
        archive.store(Records.records(1, 4));
        content.last = 4;
        content.unrecorded = 1;
        assertThat(compare().surplus()).isEqualTo(1);
    }

    @Test
    void aServerThatStartsGoesOnWhereAnotherStopped() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 4;
        compare();
        now = now.plus(Duration.ofMinutes(2));
        comparison = newComparison();
        assertThat(compare().missing()).isEqualTo(1);
    }

    @Test
    void oneServerComparesAtATime() throws SQLException {
        archive.store(Records.records(1, 3));
        content.last = 3;
        comparison.step();
        Comparison second = newComparison();
        second.step();
        second.step();
        assertThat(state().upTo()).isEmpty();
    }
}
