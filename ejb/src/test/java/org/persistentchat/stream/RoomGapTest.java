package org.persistentchat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stream misses is read, each once, while the database fails or is late. */
class RoomGapTest extends PlayedRoom {
    @Test
    void aGapIsReadFromTheDatabase() {
        entered(ana, 2);
        commit(5, 6);
        assertThat(heard(ana)).isEmpty();
        source.read();
        assertThat(heard(ana)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(source.readings()).isZero();
    }

    @Test
    void aGapThatFillsByItselfIsNotDeliveredTwice() {
        entered(ana, 2);
        commit(5, 6);
        announce(3, 4);
        source.read();
        assertThat(heard(ana)).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void aRepairIsTriedAgainUntilTheDatabaseAnswers() {
        entered(ana, 2);
        source.failWith(down);
        commit(4, 4);
        source.read();
        secondTry();
        assertThat(heard(ana)).isEmpty();
        source.failWith(null);
        secondTry();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aRepairThatMeetsADefectIsTriedAgain() {
        entered(ana, 2);
        source.failWith(new IllegalStateException("a defect of the driver"));
        commit(4, 4);
        source.read();
        source.failWith(null);
        secondTry();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aRepairThatNobodyHasTimeForIsPutOff() {
        entered(ana, 2);
        source.full(true);
        commit(4, 4);
        source.full(false);
        secondTry();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aGapThatTheDatabaseDoesNotHaveYetIsAskedForWithAPause() {
        entered(ana, 2);
        source.committedTo(ROOM, 2);
        announce(4, 4);
        source.read();
        assertThat(source.readings()).as("no second reading at once").isZero();
        source.committedTo(ROOM, 4);
        secondTry();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void theGapOfARoomThatWasDeletedIsNotAskedForAgain() {
        entered(ana, 2);
        source.committedTo(ROOM, 0);
        catchUp(4);
        source.read();
        running.run(() -> {});
        assertThat(List.of(source.readings(), source.laters())).containsExactly(0, 0);
    }

    @Test
    void theGapOfAStreamThatWasDroppedIsNotAskedForAgain() {
        entered(ana, 2);
        catchUp(4);
        source.read();
        running.run(() -> {
            running.shard().streams().loaded().forEach(stream -> stream.unsubscribe(ana));
            running.shard().streams().dropIdle(-1);
        });
        source.laterComes();
        running.run(() -> {});
        assertThat(List.of(source.readings(), source.laters())).containsExactly(0, 0);
    }

    @Test
    void aRoomCatchesUpWithAHeadWhoseEventsNeverCame() {
        entered(ana, 2);
        source.committedTo(ROOM, 4);
        catchUp(4);
        source.read();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aHeadThatBecomesKnownDuringARepairIsNotForgotten() {
        entered(ana, 2);
        source.committedTo(ROOM, 4);
        catchUp(4);
        source.committedTo(ROOM, 7);
        catchUp(7);
        source.read();
        running.run(() -> {});
        source.read();
        assertThat(heard(ana)).containsExactly(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void aHeadThatBecomesKnownWhileTheRoomIsReadIsNotForgotten() {
        source.committedTo(ROOM, 2);
        enter(ana);
        catchUp(4);
        source.read();
        running.run(() -> source.committedTo(ROOM, 4));
        source.read();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aLongGapIsReadInParts() {
        entered(ana, 0);
        source.committedTo(ROOM, 2_500);
        catchUp(2_500);
        int parts = 0;
        while (source.readings() > 0) {
            source.read();
            running.run(() -> {});
            parts++;
        }
        assertThat(parts).isEqualTo(3);
        assertThat(heard(ana)).hasSize(2_500).startsWith(1L).endsWith(2_500L);
    }

    @Test
    void aGapThatIsFilledWhileItWaitsIsNotRead() {
        source.waitInGaps();
        entered(ana, 5);
        announce(7, 7);
        assertThat(source.laters()).isEqualTo(1);
        announce(6, 6);
        assertThat(heard(ana)).containsExactly(6L, 7L);

        source.laterComes();
        running.run(() -> {});
        assertThat(source.readings()).isZero();
    }

    @Test
    void aGapThatIsNotFilledIsReadAfterAMoment() {
        source.waitInGaps();
        entered(ana, 5);
        source.committedTo(ROOM, 7);
        catchUp(7);
        assertThat(source.readings()).isZero();

        source.laterComes();
        running.run(() -> {});
        source.read();
        assertThat(heard(ana)).containsExactly(6L, 7L);
    }
}
