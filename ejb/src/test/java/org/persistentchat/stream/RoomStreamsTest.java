package org.persistentchat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.event.SampleEvents.events;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.RoomId;

/** The streams of a shard: loaded while commits come, repaired while the database fails. */
class RoomStreamsTest {
    private static final RoomId ROOM = new RoomId(5);
    private final ChatException down = new ChatException(ErrorCode.UNAVAILABLE, "down");

    private final PlayedSource source = new PlayedSource();
    private final RunningShard running = new RunningShard(source);
    private final RecordingListener ana = new RecordingListener();
    private final List<ErrorCode> refusals = new ArrayList<>();

    @AfterEach
    void stop() {
        running.close();
    }

    private void enter(RecordingListener listener) {
        running.run(() -> running.shard()
                .streams()
                .with(ROOM, stream -> stream.subscribe(listener), reason -> refusals.add(reason.code())));
    }

    private void resume(RecordingListener listener, long after) {
        running.run(() -> running.shard()
                .streams()
                .notBehind(ROOM, after, stream -> stream.subscribe(listener), reason -> refusals.add(reason.code())));
    }

    private void commit(long from, long to) {
        source.committedTo(ROOM, to);
        announce(from, to);
    }

    private void announce(long from, long to) {
        running.run(() -> running.shard().streams().committed(ROOM, events(ROOM, from, to)));
    }

    private void catchUp(long head) {
        running.run(() -> running.shard().streams().catchUp(ROOM, head));
    }

    private List<Long> heard(RecordingListener listener) {
        return running.ask(listener::sequences);
    }

    /** In the room, which has come to {@code head}. */
    private void entered(RecordingListener listener, long head) {
        source.committedTo(ROOM, head);
        enter(listener);
        source.read();
        running.run(() -> {});
    }

    @Test
    void aRoomThatNobodyListensToHasNoStream() {
        commit(1, 3);
        assertThat(running.ask(() -> running.shard().streams().loaded(ROOM) == null))
                .isTrue();
        assertThat(source.readings()).isZero();
    }

    @Test
    void deliveriesBeginAfterTheHeadThatWasRead() {
        entered(ana, 4);
        commit(5, 6);
        assertThat(heard(ana)).containsExactly(5L, 6L);
    }

    @Test
    void whatIsCommittedWhileTheRoomIsReadIsDeliveredOnce() {
        source.committedTo(ROOM, 4);
        enter(ana);
        commit(5, 6);
        source.read();
        announce(7, 7);
        assertThat(heard(ana)).as("5 and 6 were in the head that was read").containsExactly(7L);
    }

    @Test
    void whatIsCommittedAfterTheReadingButBeforeTheStreamIsDelivered() {
        source.committedTo(ROOM, 4);
        enter(ana);
        announce(5, 6);
        source.read();
        assertThat(heard(ana)).containsExactly(5L, 6L);
    }

    @Test
    void manyWhoEnterAtOnceShareOneReading() {
        RecordingListener ben = new RecordingListener();
        enter(ana);
        enter(ben);
        assertThat(source.readings()).isEqualTo(1);
        source.read();
        commit(1, 1);
        assertThat(heard(ana)).containsExactly(1L);
        assertThat(heard(ben)).containsExactly(1L);
    }

    @Test
    void aReadingThatFailsIsToldAndTheNextTryReadsAgain() {
        enter(ana);
        source.failWith(down);
        source.read();
        assertThat(running.ask(() -> List.copyOf(refusals))).containsExactly(ErrorCode.UNAVAILABLE);
        source.failWith(null);
        entered(ana, 2);
        commit(3, 3);
        assertThat(heard(ana)).containsExactly(3L);
    }

    @Test
    void aReadingThatMeetsADefectIsToldAndTheNextTryReadsAgain() {
        enter(ana);
        source.failWith(new IllegalStateException("a defect of the driver"));
        source.read();
        assertThat(running.ask(() -> List.copyOf(refusals))).containsExactly(ErrorCode.INTERNAL);
        source.failWith(null);
        entered(ana, 2);
        commit(3, 3);
        assertThat(heard(ana)).containsExactly(3L);
    }

    @Test
    void whenTooMuchIsBeingReadTheRoomIsBusyAndNotLostForEver() {
        source.full(true);
        enter(ana);
        assertThat(running.ask(() -> List.copyOf(refusals))).containsExactly(ErrorCode.BUSY);
        source.full(false);
        entered(ana, 2);
        commit(3, 3);
        assertThat(heard(ana)).containsExactly(3L);
    }

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
        source.laterComes();
        assertThat(heard(ana)).isEmpty();
        source.failWith(null);
        source.laterComes();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aRepairThatMeetsADefectIsTriedAgain() {
        entered(ana, 2);
        source.failWith(new IllegalStateException("a defect of the driver"));
        commit(4, 4);
        source.read();
        source.failWith(null);
        source.laterComes();
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void aRepairThatNobodyHasTimeForIsPutOff() {
        entered(ana, 2);
        source.full(true);
        commit(4, 4);
        source.full(false);
        source.laterComes();
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
        source.laterComes();
        assertThat(heard(ana)).containsExactly(3L, 4L);
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
    void whoHasMoreThanThisServerComesToAStreamThatHasItToo() {
        RecordingListener ben = new RecordingListener();
        entered(ana, 2);
        source.committedTo(ROOM, 5);
        resume(ben, 4);
        assertThat(heard(ben)).isEmpty();

        source.read();
        announce(3, 6);
        assertThat(heard(ana)).containsExactly(3L, 4L, 5L, 6L);
        assertThat(heard(ben)).as("4 was heard elsewhere").containsExactly(5L, 6L);
    }

    @Test
    void whoHasMuchMoreThanThisServerWaitsForAllParts() {
        RecordingListener ben = new RecordingListener();
        entered(ana, 2);
        source.committedTo(ROOM, 2_500);
        resume(ben, 2_400);
        while (source.readings() > 0) {
            source.read();
            running.run(() -> {});
        }
        announce(2_401, 2_401);
        assertThat(heard(ana)).hasSize(2_399);
        assertThat(heard(ben)).containsExactly(2_401L);
    }

    @Test
    void whoHasMoreThanTheDatabaseGetsTheRoomAsItIs() {
        RecordingListener ben = new RecordingListener();
        entered(ana, 2);
        resume(ben, 1_000_000);
        source.read();
        commit(3, 3);
        assertThat(heard(ben)).containsExactly(3L);
    }

    @Test
    void whoHasMoreThanThisServerIsToldWhenItCannotBeRead() {
        entered(ana, 2);
        source.failWith(down);
        resume(new RecordingListener(), 4);
        source.read();
        assertThat(running.ask(() -> List.copyOf(refusals))).containsExactly(ErrorCode.UNAVAILABLE);
    }

    @Test
    void whoHasMoreThanThisServerWaitsForRightsThatAreNotHereYet() {
        RecordingListener ben = new RecordingListener();
        entered(ana, 2);
        source.committedTo(ROOM, 4);
        source.withoutRights(true);
        resume(ben, 4);
        source.read();
        assertThat(heard(ana)).isEmpty();

        source.withoutRights(false);
        source.laterComes();
        running.run(() -> {});
        source.read();
        commit(5, 5);
        assertThat(heard(ana)).containsExactly(3L, 4L, 5L);
        assertThat(heard(ben)).containsExactly(5L);
    }

    @Test
    void whoLeftHearsNothingMore() {
        entered(ana, 2);
        running.run(
                () -> java.util.Objects.requireNonNull(running.shard().streams().loaded(ROOM))
                        .unsubscribe(ana));
        commit(3, 3);
        assertThat(heard(ana)).isEmpty();
    }

    @Test
    void aListenerThatFailsKeepsNothingFromTheOthers() {
        RecordingListener defective = new RecordingListener();
        defective.fail();
        entered(defective, 2);
        enter(ana);
        commit(3, 4);
        assertThat(heard(ana)).containsExactly(3L, 4L);
    }

    @Test
    void streamsInUseOutliveTheSweep() {
        entered(ana, 2);
        for (long id = 1_000; id < 1_300; id++) {
            RoomId other = new RoomId(id);
            running.run(() -> running.shard().streams().with(other, stream -> {}, reason -> {}));
            source.read();
        }
        commit(3, 3);
        assertThat(heard(ana)).containsExactly(3L);
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

    @Test
    void whoWatchesHearsWhichRoomsAreInMemory() {
        entered(ana, 5);
        running.run(() -> running.shard().streams().dropIdle(0));
        assertThat(source.told()).containsExactly("opened 5 at 5");
        running.run(() -> {
            running.shard().streams().loaded().forEach(stream -> stream.unsubscribe(ana));
            running.shard().streams().dropIdle(-1);
        });
        assertThat(source.told()).containsExactly("opened 5 at 5", "closed 5");
        assertThat(running.ask(() -> running.shard().streams().loaded().size())).isZero();
    }
}
