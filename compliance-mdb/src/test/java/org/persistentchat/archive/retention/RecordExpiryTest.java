package org.persistentchat.archive.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.persistentchat.archive.proof.ExpiryAct;
import org.persistentchat.archive.proof.PositionRange;
import org.persistentchat.archive.proof.SigningKey;
import org.persistentchat.archive.verify.DatabaseSource;
import org.persistentchat.archive.verify.Finding;
import org.persistentchat.archive.verify.Verdict;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;

/** What has expired goes with an act that says so; everything else is found, also beside it. */
class RecordExpiryTest {
    private final AgedArchive archive = new AgedArchive();

    private static boolean nothing(ComplianceRecord record) {
        return false;
    }

    private List<Finding.Kind> found() throws SQLException, IOException {
        return archive.verify().findings().stream().map(Finding::kind).toList();
    }

    @Test
    void whatHasExpiredInARoomGoesAndTheRestIsProved() throws SQLException, IOException {
        archive.pass(40, "a", "b");
        assertThat(archive.expire("a", 30, RecordExpiryTest::nothing)).isEqualTo(10);
        assertThat(archive.positions()).hasSize(71).doesNotContain(1L, 3L, 19L).contains(2L, 21L, 81L);
        Verdict verdict = archive.verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.expired()).isEqualTo(Map.of(AgedArchive.RULE, 10L));
        assertThat(archive.verifyExport()).isEqualTo(verdict);
        assertThat(archive.expire("a", 30, RecordExpiryTest::nothing)).isZero();
    }

    @Test
    void manyStepsAreManyActs() throws SQLException, IOException {
        archive.pass(250, "a");
        assertThat(archive.expire("a", 30, RecordExpiryTest::nothing)).isEqualTo(220);
        assertThat(archive.database.query("SELECT records FROM archive_expiry")).containsExactly("200", "20");
        assertThat(archive.verify().expired()).isEqualTo(Map.of(AgedArchive.RULE, 220L));
        assertThat(archive.verify().isUntouched()).isTrue();
    }

    @Test
    void whatIsHeldStaysAmongWhatGoes() throws SQLException, IOException {
        archive.pass(40, "a");
        assertThat(archive.expire("a", 30, record -> record.sequence() % 3 == 0))
                .isEqualTo(7);
        assertThat(archive.positions()).contains(3L, 6L, 9L).doesNotContain(1L, 2L, 4L, 5L, 7L, 8L, 10L);
        assertThat(archive.verify().isUntouched()).isTrue();
    }

    @Test
    void whatTheArchiveSaysOfItselfStays() throws SQLException, IOException {
        archive.store(List.of(
                archive.record(RecordKind.ARCHIVE_ACT, "", "{}"), archive.record(RecordKind.ARCHIVE_READ, "", "{}")));
        archive.pass(40, "a");
        archive.expire("a", 30, RecordExpiryTest::nothing);
        archive.pass(40, "a");
        assertThat(archive.expire("", 30, RecordExpiryTest::nothing)).isEqualTo(1);
        assertThat(archive.positions()).contains(1L).doesNotContain(2L);
        assertThat(archive.verify().isUntouched()).isTrue();
    }

    @Test
    void whatWasSealedTodayOrIsNotExportedStays() throws SQLException {
        archive.pass(3, "a");
        assertThat(archive.expire("a", 0, RecordExpiryTest::nothing)).isEqualTo(2);
        try (Connection connection = archive.database.dataSource().getConnection()) {
            ExpiryBound bound = new ExpiryBound(() -> 1, archive::now);
            ExpiryOrder order = new ExpiryOrder("a", archive.now(), AgedArchive.RULE, ExpiryOrder.Place.BEGIN);
            Expired looked = RecordExpiry.look(connection, order, RecordExpiryTest::nothing, bound.through(connection));
            assertThat(looked.records()).isZero();
        }
    }

    @Test
    void aLookRemovesNothingAndSaysWhatIsHeld() throws SQLException {
        archive.pass(40, "a");
        try (Connection connection = archive.database.dataSource().getConnection()) {
            ExpiryOrder order = new ExpiryOrder("a", archive.daysAgo(30), AgedArchive.RULE, ExpiryOrder.Place.BEGIN);
            Expired looked = RecordExpiry.look(connection, order, record -> record.sequence() == 4, 100);
            assertThat(looked.records()).isEqualTo(9);
            assertThat(looked.held()).isEqualTo(1);
            assertThat(looked.oldest()).isEqualTo(AgedArchive.BEGIN);
            assertThat(looked.newest()).isEqualTo(archive.daysAgo(31));
            assertThat(looked.next()).isNull();
            assertThat(new ExpiryTable(connection).rooms("", 10)).containsExactly("a");
        }
        assertThat(archive.positions()).hasSize(40);
    }

    private Expired look(ExpiryOrder.Place after, long through) throws SQLException {
        try (Connection connection = archive.database.dataSource().getConnection()) {
            ExpiryOrder order = new ExpiryOrder("a", archive.daysAgo(30), AgedArchive.RULE, after);
            return RecordExpiry.look(connection, order, RecordExpiryTest::nothing, through);
        }
    }

    @Test
    void whileNothingMayGoNothingIsLookedAt() throws SQLException {
        archive.pass(250, "a");
        assertThat(look(ExpiryOrder.Place.BEGIN, 0)).isEqualTo(new Expired(0, 0, 0, null, null, null));
    }

    @Test
    void aLookGoesAPageBeyondWhatMayGoAndSaysHowMuchItSaw() throws SQLException {
        archive.pass(700, "a");
        Expired first = look(ExpiryOrder.Place.BEGIN, 150);
        assertThat(first.looked()).isEqualTo(200);
        assertThat(first.records()).isEqualTo(150);
        Expired second = look(Objects.requireNonNull(first.next()), 150);
        assertThat(second.looked()).isEqualTo(200);
        assertThat(second.records()).isZero();
        assertThat(second.next()).isNull();
    }

    @Test
    void aVerifierThatHasBegunBeforeFindsTheActsOfWhatWentMeanwhile() throws SQLException, IOException {
        archive.pass(40, "a");
        try (DatabaseSource begun =
                new DatabaseSource(archive.database.dataSource().getConnection())) {
            archive.expire("a", 30, RecordExpiryTest::nothing);
            Verdict verdict = archive.verify(begun);
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.expired()).isEqualTo(Map.of(AgedArchive.RULE, 10L));
        }
    }

    @Test
    void aRecordThatSomebodyRemovedBesideThemIsNamed() throws SQLException, IOException {
        archive.pass(40, "a", "b");
        archive.expire("a", 30, RecordExpiryTest::nothing);
        archive.tamper("DELETE FROM compliance_record WHERE record_id ="
                + " (SELECT record_id FROM archive_entry WHERE position = 4)");
        assertThat(archive.verify().findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).startsWith("RECORD_REMOVED chunk 2 position 4: record "));
    }

    @Test
    void anActThatNoKeySignedRemovesNothing() throws SQLException, IOException {
        archive.pass(40, "a");
        ExpiryAct forged = ExpiryAct.sign(
                java.util.UUID.fromString(archiveId()),
                new ExpiryAct.Terms(AgedArchive.RULE, "a", archive.daysAgo(30)),
                List.of(new PositionRange(1, 3)),
                SigningKey.generate());
        archive.store(List.of(archive.record(RecordKind.RECORDS_EXPIRED, "", forged.json()))); // sealed as any record
        archive.tamper("DELETE FROM compliance_record WHERE record_id IN"
                + " (SELECT record_id FROM archive_entry WHERE position <= 3)");
        assertThat(found())
                .containsExactly(
                        Finding.Kind.EXPIRY,
                        Finding.Kind.RECORD_REMOVED,
                        Finding.Kind.RECORD_REMOVED,
                        Finding.Kind.RECORD_REMOVED);
    }

    @Test
    void anActThatIsChangedIsNone() throws SQLException, IOException {
        archive.pass(40, "a");
        archive.expire("a", 30, RecordExpiryTest::nothing);
        archive.tamper(
                "UPDATE compliance_record SET content = REPLACE(content, '1-10', '1-11') WHERE kind = 'RECORDS_EXPIRED'",
                "DELETE FROM compliance_record WHERE record_id ="
                        + " (SELECT record_id FROM archive_entry WHERE position = 11)");
        assertThat(found())
                .contains(Finding.Kind.RECORD_CHANGED, Finding.Kind.EXPIRY)
                .filteredOn(Finding.Kind.RECORD_REMOVED::equals)
                .hasSize(11);
    }

    private String archiveId() throws SQLException {
        String hex = archive.database
                .query("SELECT RAWTOHEX(archive_id) FROM archive_head")
                .get(0);
        return hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    /** 150 times something else is changed in an archive of which half has expired. */
    @Test
    void everyTamperingBesideExpiredRecordsIsFound() throws SQLException, IOException {
        archive.pass(60, "a", "b");
        archive.expire("a", 30, record -> record.sequence() % 5 == 0);
        SplittableRandom random = new SplittableRandom(20_261_126);
        List<Long> there = archive.positions();
        try (Connection connection = archive.database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < 150; round++) {
                long position = there.get(random.nextInt(there.size()));
                String how = statement(random, position);
                connection.createStatement().execute(how);
                assertThat(archive.verify(new DatabaseSource(connection)).isUntouched())
                        .as(round + ": " + how)
                        .isFalse();
                connection.rollback();
            }
            assertThat(archive.verify(new DatabaseSource(connection)).isUntouched())
                    .isTrue();
        }
    }

    private static String statement(SplittableRandom random, long position) {
        String record = " WHERE record_id = (SELECT record_id FROM archive_entry WHERE position = " + position + ")";
        return switch (random.nextInt(5)) {
            case 0 -> "DELETE FROM compliance_record" + record;
            case 1 -> "UPDATE compliance_record SET content = content || ' '" + record;
            case 2 -> "UPDATE archive_entry SET leaf = X'" + "AB".repeat(32) + "' WHERE position = " + position;
            case 3 ->
                "UPDATE archive_entry SET leaf = X'" + "AB".repeat(32) + "' WHERE position = 1"; // of a removed one
            default ->
                "INSERT INTO compliance_record SELECT X'01900000000070000000000000000999', kind, recorded_at, room_id,"
                        + " room_name, category_name, sequence, account, display_name, email, internal, server, content,"
                        + " target, title, previous FROM compliance_record" + record;
        };
    }
}
