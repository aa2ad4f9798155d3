package org.persistentchat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.RoomId;

/** The streams of a shard: loaded while commits come, for those who listen. */
class RoomStreamsTest extends PlayedRoom {
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
