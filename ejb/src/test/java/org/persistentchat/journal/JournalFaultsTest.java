package org.persistentchat.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.persistentchat.journal.JournalDatabase.batch;
import static org.persistentchat.journal.JournalDatabase.keyOf;
import static org.persistentchat.journal.JournalDatabase.post;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.persistentchat.database.BreakableDataSource.Kind;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomId;

/** A transaction that breaks at any step: all or nothing, and the truth about which. */
class JournalFaultsTest {
    private static final Person ANA = SamplePeople.ana();
    private static final long OPS = 11;
    private static final long LOBBY = 12;

    private JournalDatabase database = new JournalDatabase(OPS, LOBBY);

    private JournalBatch twoRooms() {
        return batch(post(OPS, ANA, "a"), post(LOBBY, ANA, "a"), database.joined(OPS, ANA, new Outcomes<>()));
    }

    private List<String> stepsOfAGoodTransaction() throws SQLException {
        database.breakableServer().commit(twoRooms());
        return database.breakable.steps();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEFECT")
    void whicheverStepGoesWrongTheAnswerIsTrueAndAResendIsWrittenOnce(Kind kind) throws SQLException {
        int steps = stepsOfAGoodTransaction().size();
        assertThat(steps).isGreaterThan(8);
        for (int step = 0; step < steps; step++) {
            database = new JournalDatabase(OPS, LOBBY);
            database.breakable.breakAfterSteps(step, kind);
            Throwable failure = catchThrowable(() -> database.breakableServer().commit(twoRooms()));
            String where = kind + " at step " + step + " of " + database.breakable.steps();

            int written = database.sequences(OPS).size();
            assertThat(database.sequences(LOBBY)).as(where).hasSize(written);
            assertThat(database.outboxRows()).as(where).isEqualTo(written);
            assertThat(database.head(OPS)).as(where).isEqualTo(written);
            if (failure == null) {
                assertThat(written).as(where).isEqualTo(1);
            } else if (!(failure instanceof UncertainCommitException)) {
                assertThat(failure).as(where).isInstanceOf(SQLException.class);
                assertThat(written).as(where).isZero();
            }

            Committed again = database.breakableServer().commit(batch(post(OPS, ANA, "a"), post(LOBBY, ANA, "a")));
            assertThat(again.answers()).as(where).containsOnlyKeys(keyOf(OPS, ANA, "a"), keyOf(LOBBY, ANA, "a"));
            assertThat(database.sequences(OPS)).as(where).containsExactly(1L);
            assertThat(database.sequences(LOBBY)).as(where).containsExactly(1L);
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsUncertainAndNamesItsRooms() {
        database.breakable.breakAt("commit", Kind.BREAKS_AFTER);
        Throwable lost = catchThrowable(() -> database.breakableServer().commit(twoRooms()));
        assertThat(lost)
                .isInstanceOfSatisfying(
                        UncertainCommitException.class,
                        uncertain -> assertThat(uncertain.rooms())
                                .containsExactlyInAnyOrder(new RoomId(OPS), new RoomId(LOBBY)));
        assertThat(database.sequences(OPS)).containsExactly(1L);
    }

    @Test
    void whatCannotBeRolledBackIsNotCommittedByGivingTheConnectionBack() {
        database.content.execute("ALTER TABLE compliance_outbox RENAME TO away");
        database.breakable.breakAt("rollback", Kind.REFUSED);
        assertThatThrownBy(() -> database.breakableServer().commit(twoRooms())).isInstanceOf(SQLException.class);
        assertThat(database.sequences(OPS))
                .as("nothing is said that compliance does not get")
                .isEmpty();
        assertThat(database.breakable.steps()).doesNotContain("end");
    }

    @Test
    void aConnectionThatFailsWhenGivenBackTakesNothingBack() throws SQLException {
        database.breakable.breakAt("close", Kind.BREAKS_BEFORE);
        Committed committed = database.breakableServer().commit(batch(post(OPS, ANA, "a")));
        assertThat(committed.answers()).containsKey(keyOf(OPS, ANA, "a"));
        assertThat(database.sequences(OPS)).containsExactly(1L);
    }
}
