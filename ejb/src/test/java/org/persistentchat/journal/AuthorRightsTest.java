package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.SampleRooms;

/** A post is judged, and delivered, by rights that are as new as its transaction. */
class AuthorRightsTest {
    private static final long ROOM = 5;
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();

    private final JournalDatabase database = new JournalDatabase(ROOM);
    private final PlayedRights rights = new PlayedRights();
    private final JournalTransaction server = database.server(rights);
    private final JournalEntry.Post ofAna = JournalDatabase.post(ROOM, ANA, "a");
    private final JournalEntry.Post ofBen = JournalDatabase.post(ROOM, BEN, "b");

    /** As another server would that changes rights. */
    private void changeTo(long number) {
        database.content.execute("UPDATE change_head SET change_id = " + number);
    }

    private Committed commit() throws SQLException {
        return server.commit(new JournalBatch(List.of(ofAna, ofBen)));
    }

    @Test
    void whoLostTheRightOnAnotherServerIsRefusedAndTheOthersAreNot() throws SQLException {
        changeTo(5);
        rights.removed.add(ANA);

        Committed committed = commit();

        assertThat(rights.asked).containsExactly(5L);
        assertThat(committed.refusal(ofAna.key()).code()).isEqualTo(ErrorCode.NOT_A_MEMBER);
        assertThat(committed.answers()).containsOnlyKeys(ofBen.key());
        assertThat(database.content.numbers("SELECT author_id FROM room_event"))
                .containsExactly(BEN.id().value());
    }

    @Test
    void whoLostTheRightWhileTheirPostWaitedIsRefusedThoughMemoryKnowsAlready() throws SQLException {
        changeTo(5);
        rights.followed = 5;
        rights.removed.add(ANA);

        assertThat(commit().answers()).containsOnlyKeys(ofBen.key());
        assertThat(rights.asked).isEmpty();
    }

    @Test
    void whoDoesNotManageTheRoomAnyMoreDeletesOwnMessagesOnly() throws SQLException {
        commit();
        rights.demoted.add(BEN);
        DeleteDraft ofOther = new DeleteDraft(SampleRooms.open(ROOM), BEN, "d1", 1, true);
        DeleteDraft ofOwn = new DeleteDraft(SampleRooms.open(ROOM), BEN, "d2", 2, true);
        JournalEntry.Post first = JournalDatabase.entry(ofOther);
        JournalEntry.Post second = JournalDatabase.entry(ofOwn);

        Committed committed = server.commit(new JournalBatch(List.of(first, second)));

        assertThat(committed.refusal(first.key()).code()).isEqualTo(ErrorCode.NOT_THE_AUTHOR);
        assertThat(committed.answers()).containsOnlyKeys(second.key());
    }

    @Test
    void aChangeThatIsCommittedMeanwhileIsFollowedBeforeTheEventsAreDelivered() throws SQLException {
        rights.meanwhile = () -> changeTo(6);

        Committed committed = commit();

        assertThat(committed.events()).hasSize(1);
        assertThat(committed.followed()).isTrue();
        assertThat(rights.asked).containsExactly(6L);
    }

    @Test
    void whatWasCommittedUnderRightsThatCannotBeFollowedIsAnsweredButNotForDelivery() throws SQLException {
        rights.meanwhile = () -> {
            changeTo(6);
            rights.reachable = false;
        };

        Committed committed = commit();

        assertThat(committed.answers()).containsOnlyKeys(ofAna.key(), ofBen.key());
        assertThat(committed.followed()).isFalse();
    }

    @Test
    void nothingIsWrittenByRightsThatCannotBeKnown() {
        changeTo(5);
        rights.reachable = false;

        assertThat(catchThrowable(this::commit)).isInstanceOf(SQLException.class);
        assertThat(database.content.numbers("SELECT COUNT(*) FROM room_event")).containsExactly(0L);
    }
}
