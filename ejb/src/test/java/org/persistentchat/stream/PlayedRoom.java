package org.persistentchat.stream;

import static org.persistentchat.event.SampleEvents.events;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.RoomId;

/** A room of a shard as tests play it: who enters, what is committed and announced, what is read. */
abstract class PlayedRoom {
    static final RoomId ROOM = new RoomId(5);
    final ChatException down = new ChatException(ErrorCode.UNAVAILABLE, "down");

    final PlayedSource source = new PlayedSource();
    final RunningShard running = new RunningShard(source);
    final RecordingListener ana = new RecordingListener();
    final List<ErrorCode> refusals = new ArrayList<>();

    @AfterEach
    void stop() {
        running.close();
    }

    void enter(RecordingListener listener) {
        running.run(() -> running.shard()
                .streams()
                .with(ROOM, stream -> stream.subscribe(listener), reason -> refusals.add(reason.code())));
    }

    void resume(RecordingListener listener, long after) {
        running.run(() -> running.shard()
                .streams()
                .notBehind(ROOM, after, stream -> stream.subscribe(listener), reason -> refusals.add(reason.code())));
    }

    void commit(long from, long to) {
        source.committedTo(ROOM, to);
        announce(from, to);
    }

    void announce(long from, long to) {
        running.run(() -> running.shard().streams().committed(ROOM, events(ROOM, from, to)));
    }

    void catchUp(long head) {
        running.run(() -> running.shard().streams().catchUp(ROOM, head));
    }

    List<Long> heard(RecordingListener listener) {
        return running.ask(listener::sequences);
    }

    /** In the room, which has come to {@code head}. */
    void entered(RecordingListener listener, long head) {
        source.committedTo(ROOM, head);
        enter(listener);
        source.read();
        running.run(() -> {});
    }

    /** What was put off comes, and reads. */
    void secondTry() {
        source.laterComes();
        running.run(() -> {});
        source.read();
    }
}
