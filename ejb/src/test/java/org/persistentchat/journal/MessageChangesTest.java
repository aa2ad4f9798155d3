package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.journal.JournalDatabase.batch;
import static org.persistentchat.journal.JournalDatabase.entry;
import static org.persistentchat.journal.JournalDatabase.keyOf;
import static org.persistentchat.journal.JournalDatabase.post;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Reaction;
import org.persistentchat.event.RoomEvent;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.SampleRooms;

/** What a transaction does to messages, what it refuses, and what compliance keeps of it. */
class MessageChangesTest {
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();
    private static final long OPS = 11;
    private static final Room ROOM = SampleRooms.open(OPS);

    private final JournalDatabase database = new JournalDatabase(OPS);
    private final JournalTransaction server = database.server(1);

    @BeforeEach
    void oneMessageOfAna() throws SQLException {
        database.people(ANA, BEN);
        server.commit(batch(post(OPS, ANA, "first")));
    }

    private static EditDraft edit(Person by, String key, long target, String body) {
        EditDraft.Text text = new EditDraft.Text(null, body, 8_000);
        return new EditDraft(ROOM, by, key, target, text, false, Set.of());
    }

    private static DeleteDraft delete(Person by, String key, long target) {
        return new DeleteDraft(ROOM, by, key, target, false);
    }

    private static ReactDraft react(Person by, String key, String emoji, boolean on) {
        return new ReactDraft(ROOM, by, key, 1, emoji, on);
    }

    private static ErrorCode refusal(Committed committed, Person by, String key) {
        return Objects.requireNonNull(committed.refused().get(keyOf(OPS, by, key)))
                .code();
    }

    private List<RoomEvent> events() {
        return database.read(OPS, ANA, BEN);
    }

    @Test
    void anEditIsAnEventAndTheMessageHasTheNewTextOnly() throws SQLException {
        server.commit(batch(entry(edit(ANA, "e", 1, "better"))));
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L);
        assertThat(events().get(0).message().body()).isEqualTo("better");
        assertThat(Objects.requireNonNull(events().get(0).message().edited()).by())
                .isEqualTo("ana");
        assertThat(events().get(1).kind()).isEqualTo(EventKind.EDIT);
        assertThat(database.content.numbers("SELECT COUNT(*) FROM room_event WHERE body = 'body of first'"))
                .containsExactly(0L);
    }

    @Test
    void complianceKeepsBothTexts() throws SQLException {
        server.commit(batch(entry(edit(ANA, "e", 1, "better"))));
        server.commit(batch(entry(delete(ANA, "d", 1))));
        ComplianceRecord edit = database.records(RecordKind.EDIT).findFirst().orElseThrow();
        assertThat(edit.content()).isEqualTo("better");
        assertThat(edit.message().previous()).isEqualTo("body of first");
        assertThat(edit.message().target()).isEqualTo(1);
        assertThat(edit.sequence()).isEqualTo(2);
        ComplianceRecord delete =
                database.records(RecordKind.DELETE).findFirst().orElseThrow();
        assertThat(delete.content()).isNull();
        assertThat(delete.message().previous()).isEqualTo("better");
    }

    @Test
    void aDeletedMessageLeavesNoTextAndNoReactionBehind() throws SQLException {
        server.commit(batch(entry(react(BEN, "r", "👍", true)), entry(new PinDraft(ROOM, BEN, "p", 1, true))));
        server.commit(batch(entry(edit(ANA, "e", 1, "better")), entry(delete(ANA, "d", 1))));
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.message().deleted()).isTrue();
            assertThat(event.message().body()).isEmpty();
            assertThat(event.message().reactions()).isEmpty();
        });
        assertThat(database.content.numbers("SELECT COUNT(*) FROM message_reaction"))
                .containsExactly(0L);
        assertThat(database.content.numbers("SELECT COUNT(*) FROM room_pin")).containsExactly(0L);
    }

    @Test
    void oneThatIsRefusedKeepsNothingFromTheOthers() throws SQLException {
        Committed committed = server.commit(batch(
                entry(edit(BEN, "not mine", 1, "x")),
                post(OPS, BEN, "b"),
                entry(edit(ANA, "nothing there", 99, "x")),
                entry(delete(ANA, "d", 1)),
                entry(edit(ANA, "deleted", 1, "x")),
                post(OPS, BEN, "c")));
        assertThat(refusal(committed, BEN, "not mine")).isEqualTo(ErrorCode.NOT_THE_AUTHOR);
        assertThat(refusal(committed, ANA, "nothing there")).isEqualTo(ErrorCode.MESSAGE_NOT_FOUND);
        assertThat(refusal(committed, ANA, "deleted")).isEqualTo(ErrorCode.MESSAGE_DELETED);
        assertThat(committed.answers())
                .containsOnlyKeys(keyOf(OPS, BEN, "b"), keyOf(OPS, ANA, "d"), keyOf(OPS, BEN, "c"));
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(database.head(OPS)).isEqualTo(4);
        assertThat(database.records()).hasSize(4);
    }

    @Test
    void aChangeIsNoMessageThatCouldBeChanged() throws SQLException {
        server.commit(batch(entry(edit(ANA, "e", 1, "better"))));
        Committed committed = server.commit(batch(entry(delete(ANA, "d", 2)), entry(edit(ANA, "x", 2, "y"))));
        assertThat(refusal(committed, ANA, "d")).isEqualTo(ErrorCode.MESSAGE_NOT_FOUND);
        assertThat(refusal(committed, ANA, "x")).isEqualTo(ErrorCode.MESSAGE_NOT_FOUND);
    }

    @Test
    void whoManagesMayChangeTheMessagesOfOthers() throws SQLException {
        EditDraft.Text text = new EditDraft.Text(null, "moderated", 8_000);
        server.commit(batch(entry(new EditDraft(ROOM, BEN, "e", 1, text, true, Set.of()))));
        assertThat(Objects.requireNonNull(events().get(0).message().edited()).by())
                .isEqualTo("ben");
        server.commit(batch(entry(new DeleteDraft(ROOM, BEN, "d", 1, true))));
        assertThat(events().get(0).message().deleted()).isTrue();
    }

    @Test
    void aRepeatedChangeGetsTheFirstAnswerThoughItWouldBeRefusedNow() throws SQLException {
        Committed first = server.commit(batch(entry(delete(ANA, "d", 1))));
        Committed again = server.commit(batch(post(OPS, BEN, "b"), entry(delete(ANA, "d", 1))));
        assertThat(again.answers().get(keyOf(OPS, ANA, "d")))
                .isEqualTo(first.answers().get(keyOf(OPS, ANA, "d")));
        assertThat(again.refused()).isEmpty();
        assertThat(database.sequences(OPS)).containsExactly(1L, 2L, 3L);
        assertThat(database.records(RecordKind.DELETE)).hasSize(1);
    }

    @Test
    void aReactionCountsAPersonOnce() throws SQLException {
        server.commit(batch(
                entry(react(ANA, "1", "👍", true)),
                entry(react(BEN, "2", "👍", true)),
                entry(react(BEN, "3", "👍", true)),
                entry(react(BEN, "4", "❤️", true))));
        server.commit(batch(entry(react(ANA, "5", "👍", false)), entry(react(ANA, "6", "❤️", false))));
        assertThat(events().get(0).message().reactions())
                .containsExactlyInAnyOrder(
                        new Reaction("👍", 1, List.of("ben")), new Reaction("❤️", 1, List.of("ben")));
    }

    @Test
    void differentReactionsAreBounded() throws SQLException {
        for (int i = 0; i < 50; i++) {
            server.commit(batch(entry(react(ANA, "k" + i, Character.toString(0x1F600 + i), true))));
        }
        Committed committed =
                server.commit(batch(entry(react(BEN, "one more", "👍", true)), entry(react(BEN, "known", "😀", true))));
        assertThat(refusal(committed, BEN, "one more")).isEqualTo(ErrorCode.TOO_MANY_REACTIONS);
        assertThat(committed.answers()).containsOnlyKeys(keyOf(OPS, BEN, "known"));
    }

    @Test
    void pinnedMessagesAreBounded() throws SQLException {
        for (int i = 0; i < 100; i++) {
            server.commit(batch(post(OPS, ANA, "m" + i)));
            server.commit(batch(entry(new PinDraft(ROOM, ANA, "p" + i, 2L + 2L * i, true))));
        }
        Committed committed = server.commit(batch(entry(new PinDraft(ROOM, ANA, "one more", 1, true))));
        assertThat(refusal(committed, ANA, "one more")).isEqualTo(ErrorCode.TOO_MANY_PINS);
        Committed other = server.commit(
                batch(entry(new PinDraft(ROOM, ANA, "out", 2, false)), entry(new PinDraft(ROOM, ANA, "in", 1, true))));
        assertThat(other.refused()).isEmpty();
        assertThat(database.content.numbers("SELECT COUNT(*) FROM room_pin")).containsExactly(100L);
    }

    @Test
    void aStoryHasItsOwnLimitAndKeepsItsTitle() throws SQLException {
        server.commit(
                batch(entry(new PostDraft(ROOM, ANA, "s", EventKind.STORY, "News", "x".repeat(20_000), 0, Set.of()))));
        Committed committed = server.commit(batch(
                entry(edit(ANA, "long story", 2, "y".repeat(30_000))),
                entry(edit(ANA, "long message", 1, "y".repeat(30_000)))));
        assertThat(refusal(committed, ANA, "long message")).isEqualTo(ErrorCode.MESSAGE_TOO_LONG);
        assertThat(events().get(1).message().title()).isEqualTo("News");
        assertThat(events().get(1).message().body()).hasSize(30_000);
        EditDraft.Text titled = new EditDraft.Text("title", "x", 8_000);
        Committed refused = server.commit(batch(entry(new EditDraft(ROOM, ANA, "t", 1, titled, false, Set.of()))));
        assertThat(refusal(refused, ANA, "t")).isEqualTo(ErrorCode.TITLE_INVALID);
    }

    @Test
    void anAnswerNamesAMessageThatIsThere() throws SQLException {
        Committed committed = server.commit(batch(
                entry(new PostDraft(ROOM, BEN, "a", EventKind.ALERT, null, "answer", 1, Set.of())),
                entry(new PostDraft(ROOM, BEN, "n", EventKind.MESSAGE, null, "answer", 77, Set.of()))));
        assertThat(refusal(committed, BEN, "n")).isEqualTo(ErrorCode.MESSAGE_NOT_FOUND);
        assertThat(events().get(1).message().reply()).isEqualTo(1);
        assertThat(database.records(RecordKind.ALERT)
                        .findFirst()
                        .orElseThrow()
                        .message()
                        .target())
                .isEqualTo(1);
    }

    @Test
    void mentionsFollowTheText() throws SQLException {
        Committed said = server.commit(
                batch(entry(new PostDraft(ROOM, ANA, "m", EventKind.MESSAGE, null, "@ben", 0, Set.of(BEN.id())))));
        assertThat(said.mentions())
                .containsExactly(new MentionsChanged(new RoomId(OPS), 2, Set.of(BEN.id()), Set.of()));
        EditDraft.Text text = new EditDraft.Text(null, "@ana", 8_000);
        Committed edited = server.commit(batch(entry(new EditDraft(ROOM, ANA, "e", 2, text, false, Set.of(ANA.id())))));
        assertThat(edited.mentions())
                .containsExactly(new MentionsChanged(new RoomId(OPS), 2, Set.of(ANA.id()), Set.of(BEN.id())));
        assertThat(database.content.numbers("SELECT person_id FROM mention WHERE sequence = 2"))
                .containsExactly(ANA.id().value());
        server.commit(batch(entry(delete(ANA, "d", 2))));
        assertThat(database.content.numbers("SELECT COUNT(*) FROM mention")).containsExactly(0L);
    }

    @Test
    void aPurgeTakesAllUpToItsTargetAndComplianceGetsEach() throws SQLException {
        server.commit(batch(post(OPS, BEN, "second"), entry(react(BEN, "r", "👍", true)), post(OPS, BEN, "fourth")));
        Committed purged = server.commit(batch(entry(new PurgeDraft(ROOM, ANA, "purge", 1, 3))));
        assertThat(purged.answers()).hasSize(1);
        assertThat(events().get(0).message().deleted()).isTrue();
        assertThat(events().get(1).message().deleted()).isTrue();
        assertThat(events().get(3).message().body()).isEqualTo("body of fourth");
        assertThat(events().get(4).kind()).isEqualTo(EventKind.PURGE);
        assertThat(database.records(RecordKind.PURGE))
                .extracting(record -> record.message().previous())
                .containsExactlyInAnyOrder("body of first", "body of second");
    }

    @Test
    void anAdministratorRemovesAndReplacesWhatStillSaysIt() throws SQLException {
        server.commit(batch(post(OPS, BEN, "second"), post(OPS, BEN, "third")));
        server.commit(batch(
                entry(new RewriteDraft(ROOM, ANA, "1", 1, true, message -> "")),
                entry(new RewriteDraft(ROOM, ANA, "2", 2, false, message -> "changed")),
                entry(new RewriteDraft(ROOM, ANA, "3", 3, true, message -> null))));
        assertThat(events().get(0).message().deleted()).isTrue();
        assertThat(events().get(1).message().body()).isEqualTo("changed");
        assertThat(events().get(2).message().body()).isEqualTo("body of third");
        assertThat(database.head(OPS)).isEqualTo(5);
        assertThat(database.records(RecordKind.REMOVAL)
                        .findFirst()
                        .orElseThrow()
                        .message()
                        .previous())
                .isEqualTo("body of first");
        ComplianceRecord replaced =
                database.records(RecordKind.REPLACEMENT).findFirst().orElseThrow();
        assertThat(replaced.content()).isEqualTo("changed");
        assertThat(replaced.message().previous()).isEqualTo("body of second");
    }
}
