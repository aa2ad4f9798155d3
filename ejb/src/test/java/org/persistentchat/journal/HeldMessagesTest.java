package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.journal.JournalDatabase.batch;
import static org.persistentchat.journal.JournalDatabase.entry;
import static org.persistentchat.journal.JournalDatabase.keyOf;
import static org.persistentchat.journal.JournalDatabase.post;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.hold.SampleHolds;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.Room;
import org.persistentchat.room.SampleRooms;

/** What is held is not removed by administrators and rules; people go on, as long as the archive keeps what was there. */
class HeldMessagesTest {
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();
    private static final long OPS = 11;
    private static final Room ROOM = SampleRooms.open(OPS);

    private final JournalDatabase database = new JournalDatabase(OPS);
    private final JournalTransaction server = database.server(1);

    @BeforeEach
    void oneOfAnaAndOneOfBenAndAnasIsHeld() throws SQLException {
        database.people(ANA, BEN);
        server.commit(batch(post(OPS, ANA, "first"), post(OPS, BEN, "second")));
        SampleHolds.set(
                database.content.dataSource(),
                1,
                SampleHolds.of(Set.of(), Set.of(ANA.id().value()), ""));
    }

    private static ErrorCode refusal(Committed committed, Person by, String key) {
        return Objects.requireNonNull(committed.refused().get(keyOf(OPS, by, key)))
                .code();
    }

    private RoomEvent event(int sequence) {
        return database.read(OPS, ANA, BEN).get(sequence - 1);
    }

    @Test
    void aStepOfAPurgeThatWouldTakeWhatIsHeldTakesNothing() throws SQLException {
        Committed refused = server.commit(batch(entry(new PurgeDraft(ROOM, BEN, "p", 1, 2))));
        assertThat(refusal(refused, BEN, "p")).isEqualTo(ErrorCode.MESSAGE_HELD);
        assertThat(event(1).message().deleted()).isFalse();
        assertThat(event(2).message().deleted()).isFalse();
    }

    @Test
    void whatLiesBehindItGoesAlone() throws SQLException {
        server.commit(batch(entry(new PurgeDraft(ROOM, BEN, "p", 2, 2, true, null))));
        assertThat(event(1).message().deleted()).isFalse();
        assertThat(event(2).message().deleted()).isTrue();
        assertThat(event(3).kind()).isEqualTo(EventKind.DELETE);
        assertThat(database.records(RecordKind.PURGE))
                .extracting(record -> record.message().previous())
                .containsExactly("body of second");
    }

    @Test
    void whatARuleRemovesIsNotToldToTheArchiveAgain() throws SQLException {
        server.commit(batch(entry(new PurgeDraft(ROOM, Person.product(), "e", 2, 2, true, "global, 30 days"))));
        assertThat(database.records(RecordKind.EXPIRY)).singleElement().satisfies(record -> {
            assertThat(record.content()).isEqualTo("{\"rule\":\"global, 30 days\",\"from\":2,\"to\":2,\"messages\":1}");
            assertThat(record.message().previous()).isNull();
            assertThat(record.sequence()).isEqualTo(3);
        });
    }

    @Test
    void administratorsRewriteNothingThatIsHeld() throws SQLException {
        Committed committed = server.commit(batch(
                entry(new RewriteDraft(ROOM, BEN, "1", 1, true, message -> "")),
                entry(new RewriteDraft(ROOM, BEN, "2", 1, false, message -> "changed")),
                entry(new RewriteDraft(ROOM, BEN, "3", 2, true, message -> ""))));
        assertThat(refusal(committed, BEN, "1")).isEqualTo(ErrorCode.MESSAGE_HELD);
        assertThat(refusal(committed, BEN, "2")).isEqualTo(ErrorCode.MESSAGE_HELD);
        assertThat(event(1).message().body()).isEqualTo("body of first");
        assertThat(event(2).message().deleted()).isTrue();
    }

    @Test
    void peopleGoOnWhereTheArchiveKeepsWhatWasThere() throws SQLException {
        server.commit(batch(entry(new DeleteDraft(ROOM, ANA, "d", 1, false))));
        assertThat(event(1).message().deleted()).isTrue();
        assertThat(database.records(RecordKind.DELETE))
                .extracting(record -> record.message().previous())
                .containsExactly("body of first");
    }

    @Test
    void peopleDoNotWhereItDoesNot() throws SQLException {
        JournalTransaction unrecording = database.recording(room -> false);
        EditDraft.Text text = new EditDraft.Text(null, "other", 8_000);
        Committed committed = unrecording.commit(batch(
                entry(new DeleteDraft(ROOM, ANA, "d", 1, false)),
                entry(new EditDraft(ROOM, ANA, "e", 1, text, false, Set.of())),
                entry(new ReactDraft(ROOM, BEN, "r", 1, "👍", true)),
                entry(new DeleteDraft(ROOM, BEN, "b", 2, false))));
        assertThat(refusal(committed, ANA, "d")).isEqualTo(ErrorCode.MESSAGE_HELD);
        assertThat(refusal(committed, ANA, "e")).isEqualTo(ErrorCode.MESSAGE_HELD);
        assertThat(event(1).message().body()).isEqualTo("body of first");
        assertThat(event(1).message().reactions()).hasSize(1);
        assertThat(event(2).message().deleted()).isTrue();
    }
}
