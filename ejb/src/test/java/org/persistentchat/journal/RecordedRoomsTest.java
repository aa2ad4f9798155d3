package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.journal.JournalDatabase.batch;
import static org.persistentchat.journal.JournalDatabase.post;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;

/** What is not recorded is counted, in the transaction that leaves it out. */
class RecordedRoomsTest {
    private static final Person ANA = SamplePeople.ana();
    private static final long OPS = 11;
    private static final long LOBBY = 12;

    private final JournalDatabase database = new JournalDatabase(OPS, LOBBY);

    @Test
    void ofSeveralRoomsInOneTransactionThoseInTheScopeAreRecorded() throws SQLException {
        JournalTransaction server = database.recording(room -> room.id().value() == OPS);
        server.commit(batch(
                post(OPS, ANA, "a"),
                post(LOBBY, ANA, "b"),
                post(LOBBY, ANA, "c"),
                database.joined(LOBBY, ANA, new Outcomes<>())));
        assertThat(database.records()).extracting(ComplianceRecord::content).containsExactly("body of a");
        assertThat(database.unrecorded(OPS)).isZero();
        assertThat(database.unrecorded(LOBBY)).isEqualTo(2);
        assertThat(database.head(LOBBY)).isEqualTo(2);
    }

    @Test
    void whoseComingIsNotRecordedIsNotSomebodyWhoMustHaveLeft() throws SQLException {
        JournalTransaction server = database.recording(room -> room.id().value() == OPS);
        server.commit(
                batch(database.joined(OPS, ANA, new Outcomes<>()), database.joined(LOBBY, ANA, new Outcomes<>())));
        assertThat(database.stays()).isEqualTo(1);
        server.commit(batch(database.parted(LOBBY, ANA)));
        assertThat(database.stays()).isEqualTo(1);
        server.commit(batch(database.parted(OPS, ANA)));
        assertThat(database.stays()).isZero();
    }

    @Test
    void whoseComingWasRecordedLeavesThoughThatIsNotRecordedAnyMore() throws SQLException {
        AtomicBoolean on = new AtomicBoolean(true);
        JournalTransaction server = database.recording(room -> on.get());
        server.commit(batch(database.joined(OPS, ANA, new Outcomes<>())));
        on.set(false);
        server.commit(batch(database.parted(OPS, ANA)));
        assertThat(database.stays()).isZero();
        assertThat(database.records(RecordKind.PART)).isEmpty();
    }

    @Test
    void aTransactionThatRecordsNothingHasNoRow() throws SQLException {
        database.recording(room -> false).commit(batch(post(OPS, ANA, "a")));
        assertThat(database.outboxRows()).isZero();
        assertThat(database.unrecorded(OPS)).isEqualTo(1);
    }

    @Test
    void aPostThatIsRepeatedAfterASwitchIsCountedOnce() throws SQLException {
        AtomicBoolean on = new AtomicBoolean();
        JournalTransaction server = database.recording(room -> on.get());
        server.commit(batch(post(OPS, ANA, "a")));
        on.set(true);
        server.commit(batch(post(OPS, ANA, "a"), post(OPS, ANA, "b")));
        assertThat(database.unrecorded(OPS)).isEqualTo(1);
        assertThat(database.records(RecordKind.POST))
                .extracting(ComplianceRecord::sequence)
                .containsExactly(2L);
    }
}
