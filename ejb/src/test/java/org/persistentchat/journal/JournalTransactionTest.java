package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.persistentchat.journal.JournalDatabase.batch;
import static org.persistentchat.journal.JournalDatabase.keyOf;
import static org.persistentchat.journal.JournalDatabase.post;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomId;

/** What one journal transaction writes: dense sequences, each post once, and what compliance gets with it. */
class JournalTransactionTest {
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();
    private static final long OPS = 11;
    private static final long LOBBY = 12;
    private static final long MISSING = 99;

    private final JournalDatabase database = new JournalDatabase(OPS, LOBBY);
    private final JournalTransaction server = database.server(1);

    private static Posted answer(Committed committed, long room, Person author, String key) {
        return java.util.Objects.requireNonNull(committed.answers().get(keyOf(room, author, key)));
    }

    private static List<Long> written(Committed committed, long room) {
        return SampleEvents.sequences(committed.events().getOrDefault(new RoomId(room), List.of()));
    }

    @Test
    void sequencesAreDenseInEachRoom() throws SQLException {
        server.commit(batch(post(OPS, ANA, "a"), post(LOBBY, ANA, "b"), post(OPS, BEN, "c")));
        Committed second = server.commit(batch(post(LOBBY, BEN, "d"), post(OPS, ANA, "e")));
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L, 3L);
        assertThat(database.sequences(LOBBY)).containsExactly(1L, 2L);
        assertThat(answer(second, OPS, ANA, "e").sequence()).isEqualTo(3);
        assertThat(written(second, LOBBY)).containsExactly(2L);
        assertThat(database.head(OPS)).isEqualTo(3);
    }

    @Test
    void aKeyRepeatedInTheSameBatchIsOnePost() throws SQLException {
        Committed committed = server.commit(batch(post(OPS, ANA, "a"), post(OPS, ANA, "b"), post(OPS, ANA, "a")));
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L);
        assertThat(answer(committed, OPS, ANA, "a").sequence()).isEqualTo(1);
    }

    @Test
    void aKeyRepeatedLaterGetsTheFirstAnswerAndNoSecondEvent() throws SQLException {
        Posted first = answer(server.commit(batch(post(OPS, ANA, "a"))), OPS, ANA, "a");
        server.commit(batch(post(OPS, BEN, "x")));
        Committed again = server.commit(batch(post(OPS, ANA, "n"), post(OPS, ANA, "a"), post(LOBBY, BEN, "m")));
        assertThat(answer(again, OPS, ANA, "a")).isEqualTo(first);
        assertThat(answer(again, OPS, ANA, "n").sequence()).isEqualTo(3);
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L, 3L);
        assertThat(written(again, OPS)).containsExactly(3L);
        assertThat(database.records(RecordKind.POST)).hasSize(4);
    }

    @Test
    void aRepeatedKeyAloneWritesNothing() throws SQLException {
        server.commit(batch(post(OPS, ANA, "a")));
        Committed again = server.commit(batch(post(OPS, ANA, "a")));
        assertThat(again.events()).isEmpty();
        assertThat(again.outbox()).isNull();
        assertThat(database.outboxRows()).isEqualTo(1);
        assertThat(database.head(OPS)).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherAuthorOrInAnotherRoomIsAnotherPost() throws SQLException {
        server.commit(batch(post(OPS, ANA, "a"), post(OPS, BEN, "a"), post(LOBBY, ANA, "a")));
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L);
        assertThat(database.sequences(LOBBY)).containsExactly(1L);
    }

    @Test
    void aMissingRoomKeepsNothingFromTheOthers() throws SQLException {
        Committed committed = server.commit(batch(post(MISSING, ANA, "a"), post(OPS, ANA, "b")));
        assertThat(committed.refusal(keyOf(MISSING, ANA, "a")).code()).isEqualTo(ErrorCode.ROOM_NOT_FOUND);
        assertThat(committed.answers()).containsOnlyKeys(keyOf(OPS, ANA, "b"));
        assertThat(database.sequences(OPS)).containsExactly(1L);
        assertThat(database.sequences(MISSING)).isEmpty();
        assertThat(database.records()).hasSize(1);
    }

    @Test
    void aMissingRoomAndARepeatedKeyInOneBatchAreBothFound() throws SQLException {
        server.commit(batch(post(OPS, ANA, "a")));
        Committed committed = server.commit(batch(post(MISSING, ANA, "m"), post(OPS, ANA, "a"), post(OPS, ANA, "b")));
        assertThat(committed.answers()).containsOnlyKeys(keyOf(OPS, ANA, "a"), keyOf(OPS, ANA, "b"));
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L);
        assertThat(database.head(OPS)).isEqualTo(2);
    }

    @Test
    void theOutboxRowHoldsARecordOfEverything() throws SQLException {
        Committed committed = server.commit(
                batch(database.joined(OPS, BEN, new Outcomes<>()), post(OPS, ANA, "a"), post(LOBBY, ANA, "b")));
        assertThat(database.outboxRows()).isEqualTo(1);
        List<ComplianceRecord> records = database.records();
        assertThat(records)
                .extracting(ComplianceRecord::kind)
                .containsExactly(RecordKind.JOIN, RecordKind.POST, RecordKind.POST);
        ComplianceRecord said = records.get(1);
        Posted answer = answer(committed, OPS, ANA, "a");
        assertThat(said.content()).isEqualTo("body of a");
        assertThat(said.sequence()).isEqualTo(answer.sequence());
        assertThat(said.at()).isEqualTo(answer.at());
        assertThat(said.person().account()).isEqualTo("ana");
        assertThat(said.room().name()).isEqualTo("Room 11");
        assertThat(said.server()).isEqualTo("chat-1");
        assertThat(records).extracting(ComplianceRecord::recordId).doesNotHaveDuplicates();
    }

    @Test
    void observationsAloneAreWritten() throws SQLException {
        Committed committed = server.commit(batch(database.joined(OPS, ANA, new Outcomes<>())));
        assertThat(committed.outbox()).isNotNull();
        assertThat(database.records()).hasSize(1);
        assertThat(database.head(OPS)).isZero();
    }

    @Test
    void withoutComplianceThereIsNoOutboxRow() throws SQLException {
        JournalTransaction unrecorded = database.server(1, database.content.dataSource(), false);
        Committed committed =
                unrecorded.commit(batch(post(OPS, ANA, "a"), database.joined(OPS, ANA, new Outcomes<>())));
        assertThat(committed.outbox()).isNull();
        assertThat(database.sequences(OPS)).containsExactly(1L);
        assertThat(database.outboxRows()).isZero();
    }

    @Test
    void batchNumbersRise() throws SQLException {
        for (int i = 0; i < 20; i++) {
            server.commit(batch(post(OPS, ANA, "k" + i)));
        }
        assertThat(database.content.numbers(
                        "SELECT CAST(e.sequence AS BIGINT) FROM room_event e ORDER BY e.committed_at, e.sequence"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(database.records(RecordKind.POST).map(ComplianceRecord::sequence))
                .as("in the order of the batch numbers")
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void aBatchThatCannotBeWrittenLeavesNothingBehind() {
        database.content.execute("ALTER TABLE compliance_outbox RENAME TO away");
        assertThatThrownBy(() -> server.commit(batch(post(OPS, ANA, "a")))).isInstanceOf(SQLException.class);
        assertThat(database.sequences(OPS)).isEmpty();
        assertThat(database.head(OPS)).isZero();
    }

    @Test
    void headsAreReadForAnyNumberOfRooms() throws SQLException {
        database.breakable.parametersAtMost(2_100);
        server.commit(batch(post(OPS, ANA, "a")));
        java.util.Set<RoomId> rooms = new java.util.HashSet<>();
        LongStream.range(1_000, 6_000).forEach(id -> rooms.add(new RoomId(id)));
        rooms.add(new RoomId(OPS));
        rooms.add(new RoomId(LOBBY));
        assertThat(database.breakableServer().heads(rooms))
                .containsOnlyKeys(new RoomId(OPS), new RoomId(LOBBY))
                .containsEntry(new RoomId(OPS), 1L);
    }
}
