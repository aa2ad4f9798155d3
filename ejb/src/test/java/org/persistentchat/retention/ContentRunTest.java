package org.persistentchat.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.hold.SampleHolds;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.Room;
import org.persistentchat.room.SampleRooms;

/** What has expired goes, once, and stays where it is if it is held. */
class ContentRunTest {
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();
    private static final Room OPS = SampleRooms.open(11);
    private static final Room NEWS = SampleRooms.open(12);
    private static final int PURGE = 22;
    private static final int DELETE = 17;

    private final KeptContent kept = new KeptContent(OPS, NEWS);

    @BeforeEach
    void threeAreSaidAndTwoDaysPass() {
        kept.say(OPS, ANA, "one");
        kept.say(OPS, BEN, "two");
        kept.say(OPS, BEN, "three");
        kept.say(NEWS, ANA, "one");
        kept.clock.pass(Duration.ofDays(2));
    }

    private void hold(long id, Person person) {
        SampleHolds.set(
                kept.content.dataSource(),
                id,
                SampleHolds.of(Set.of(), Set.of(person.id().value()), ""));
    }

    @Test
    void withoutARuleNothingGoes() {
        assertThat(kept.run().removed()).isZero();
        assertThat(kept.gone(OPS)).isEmpty();
    }

    @Test
    void aRoomIsPurgedByOneEventAndOnlyOnce() {
        kept.rule(RetentionScope.room(11), new Days(1, null));
        assertThat(kept.run().removed()).isEqualTo(3);
        assertThat(kept.run().removed()).isZero();
        assertThat(kept.gone(OPS)).containsExactly(1L, 2L, 3L);
        assertThat(kept.gone(NEWS)).isEmpty();
        assertThat(kept.events(OPS, PURGE)).hasSize(1);
        assertThat(kept.events(OPS, DELETE)).isEmpty();
    }

    @Test
    void whatIsNotOldEnoughStays() {
        kept.rule(RetentionScope.GLOBAL, new Days(3, null));
        assertThat(kept.run().removed()).isZero();
        kept.clock.pass(Duration.ofDays(2));
        kept.say(OPS, ANA, "four");
        assertThat(kept.run().removed()).isEqualTo(4);
        assertThat(kept.gone(OPS)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsHeldStaysAndTheRestGoesOneByOne() {
        hold(1, ANA);
        kept.rule(RetentionScope.GLOBAL, new Days(1, null));
        assertThat(kept.run()).isEqualTo(new RunTable.Outcome(2, 2));
        assertThat(kept.gone(OPS)).containsExactly(2L, 3L);
        assertThat(kept.events(OPS, PURGE)).isEmpty();
        assertThat(kept.events(OPS, DELETE)).hasSize(2);
        assertThat(kept.run()).isEqualTo(RunTable.Outcome.NOTHING);
    }

    @Test
    void aReleaseRemovesNothingAndTheNextRunDoes() {
        hold(1, ANA);
        kept.rule(RetentionScope.GLOBAL, new Days(1, null));
        kept.run();
        SampleHolds.release(kept.content.dataSource(), 1);
        assertThat(kept.gone(OPS)).containsExactly(2L, 3L);
        assertThat(kept.run().removed()).isEqualTo(2);
        assertThat(kept.gone(OPS)).containsExactly(1L, 2L, 3L);
        assertThat(kept.gone(NEWS)).containsExactly(1L);
    }

    @Test
    void whatWasHeldAndIsThenKeptForLongerGoesInTheEnd() {
        hold(1, ANA);
        kept.rule(RetentionScope.GLOBAL, new Days(1, null));
        kept.run();
        kept.rule(RetentionScope.GLOBAL, new Days(30, null));
        kept.run();
        SampleHolds.release(kept.content.dataSource(), 1);
        kept.rule(RetentionScope.GLOBAL, new Days(1, null));
        assertThat(kept.run().removed()).isEqualTo(2);
        assertThat(kept.gone(OPS)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aHoldThatIsSetWhileAPurgeRunsWins() {
        kept.rule(RetentionScope.GLOBAL, new Days(1, null));
        // the run has looked and found nothing held; the hold comes before its transaction
        kept.journal.beforeNext(() -> hold(1, BEN));
        kept.run();
        assertThat(kept.gone(OPS)).containsExactly(1L);
        assertThat(kept.gone(NEWS)).containsExactly(1L);
    }

    @Test
    void aRunThatWasBrokenOffIsContinued() {
        for (int more = 0; more < 500; more++) {
            kept.say(OPS, more % 2 == 0 ? ANA : BEN, "more");
        }
        kept.clock.pass(Duration.ofDays(2));
        hold(1, ANA);
        kept.rule(RetentionScope.GLOBAL, new Days(1, null));
        kept.run(sofar -> false);
        kept.run(sofar -> false);
        SampleHolds.release(kept.content.dataSource(), 1);
        kept.run(sofar -> false);
        kept.run();
        assertThat(kept.gone(OPS)).hasSize(503);
        assertThat(kept.gone(NEWS)).hasSize(1);
    }
}
