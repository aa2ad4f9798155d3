package org.persistentchat.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.persistentchat.archive.Records;
import org.persistentchat.archive.proof.Checkpoint;
import org.persistentchat.archive.proof.SigningKey;

/** The verifier finds what was changed, and names it. */
class ArchiveVerifierTest {

    private final SealedArchive archive;

    ArchiveVerifierTest() throws SQLException {
        archive = new SealedArchive();
    }

    private void tamper(String... statements) throws SQLException {
        try (Connection connection = archive.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String idOf(long number) {
        return "X'" + Records.record(number).recordId().toString().replace("-", "") + "'";
    }

    private List<String> found() throws SQLException, IOException {
        return archive.verify().findings().stream().map(Finding::toString).toList();
    }

    @Test
    void anUntouchedArchiveAndItsExportAreUntouched() throws SQLException, IOException {
        assertThat(archive.verify())
                .isEqualTo(new Verdict(SealedArchive.CHUNKS, SealedArchive.RECORDS, 0, new TreeMap<>(), List.of()))
                .isEqualTo(archive.verify(archive.export()));
    }

    @Test
    void recordsThatWaitToBeSealedAreCountedAndChecked() throws SQLException, IOException {
        archive.database.store(Records.records(100, 101));
        assertThat(archive.verify().unsealed()).isEqualTo(2);
        assertThat(archive.verify().isUntouched()).isTrue();
        tamper("UPDATE compliance_record SET content = 'other' WHERE record_id = " + idOf(101));
        assertThat(found())
                .containsExactly("RECORD_CHANGED: record " + Records.record(101).recordId() + ", not sealed yet");
    }

    @Test
    void aChangedRecordIsNamed() throws SQLException, IOException {
        tamper("UPDATE compliance_record SET content = 'other' WHERE record_id = " + idOf(5));
        assertThat(found())
                .containsExactly("RECORD_CHANGED chunk 3 position 5: record "
                        + Records.record(5).recordId());
    }

    @Test
    void aRemovedRecordIsNamed() throws SQLException, IOException {
        tamper("DELETE FROM compliance_record WHERE record_id = " + idOf(5));
        assertThat(found())
                .containsExactly("RECORD_REMOVED chunk 3 position 5: record "
                        + Records.record(5).recordId() + " is not there");
    }

    @Test
    void anInsertedRecordIsNamed() throws SQLException, IOException {
        tamper("INSERT INTO compliance_record SELECT X'000000000000000000000000000000FF', kind, recorded_at, room_id,"
                + " room_name, category_name, sequence, account, display_name, email, internal, server, content, target,"
                + " title, previous FROM compliance_record WHERE record_id = " + idOf(5));
        assertThat(found())
                .containsExactly(
                        "RECORD_INSERTED: record 00000000-0000-0000-0000-0000000000ff was not stored by the archive");
    }

    @Test
    void aMovedRecordIsNamed() throws SQLException, IOException {
        tamper(
                "UPDATE archive_entry SET position = -1 WHERE position = 5",
                "UPDATE archive_entry SET position = 5 WHERE position = 6",
                "UPDATE archive_entry SET position = 6 WHERE position = -1");
        assertThat(found())
                .contains(
                        "RECORD_MOVED chunk 3 position 6: " + Records.record(5).recordId() + " is not at its place");
    }

    @Test
    void anArchiveThatIsCutOffIsFoundByACheckpointThatIsKeptElsewhere() throws SQLException, IOException {
        tamper(
                "DELETE FROM archive_chunk WHERE chunk_number = 6",
                "DELETE FROM compliance_record WHERE record_id IN (SELECT record_id FROM archive_entry WHERE position > 15)",
                "DELETE FROM archive_entry WHERE position > 15");
        assertThat(found())
                .containsExactly("CHECKPOINT chunk 6 position 21: the archive had this chunk and has it no more");
    }

    @Test
    void aChainThatIsMadeAnewWithoutTheKeyIsFoundByItsSignatures() throws SQLException, IOException {
        SealedArchive forged = new SealedArchive(); // everything right, by another key
        try (DatabaseSource source =
                new DatabaseSource(forged.database.dataSource().getConnection())) {
            Verdict verdict = new ArchiveVerifier(archive.keys, List.of()).verify(source);
            assertThat(verdict.findings())
                    .hasSize(1)
                    .first()
                    .satisfies(finding -> assertThat(finding.toString())
                            .startsWith("SIGNATURE chunk 1: chunks after 0 are not signed with a trusted key"));
        }
    }

    @Test
    void aCheckpointThatNobodyTrustedSignedShowsNothing() throws SQLException, IOException {
        Checkpoint newest = archive.newest();
        Checkpoint forged = new Checkpoint(
                newest.archive(),
                newest.chunk(),
                newest.through(),
                newest.hash(),
                newest.keyId(),
                SigningKey.generate().sign(newest.hash()));
        try (DatabaseSource source =
                new DatabaseSource(archive.database.dataSource().getConnection())) {
            assertThat(new ArchiveVerifier(archive.keys, List.of(Checkpoint.parse(forged.json())))
                            .verify(source)
                            .findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.CHECKPOINT);
        }
    }
}
