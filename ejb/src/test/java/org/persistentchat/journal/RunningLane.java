package org.persistentchat.journal;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.persistentchat.identity.Person;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.RecordingListener;
import org.persistentchat.stream.RunningShard;

/** A lane of the journal with its threads, on a database that breaks when told. */
final class RunningLane implements AutoCloseable {
    final JournalDatabase database;
    final RunningShard delivery;
    final JournalLane lane;
    final Followers followers = new Followers();
    final PlayedRights rights = new PlayedRights();
    private final Thread thread;

    RunningLane(long... rooms) {
        database = new JournalDatabase(rooms);
        delivery = new RunningShard(database.content.dataSource());
        lane = new JournalLane(database.breakableServer(rights), followers, delivery.shard());
        thread = new Thread(lane, "test-journal");
    }

    /** Counts what the lane tells. */
    static final class Followers implements CommitFollowers {
        private final List<Committed> committed = new ArrayList<>();
        private final Map<RoomId, Long> heads = new HashMap<>();
        private int failures;
        private boolean failing;

        @Override
        public synchronized void committed(Committed transaction, JournalBatch batch, long nanos) {
            committed.add(transaction);
            if (failing) {
                throw new IllegalStateException("a defect of a follower");
            }
        }

        @Override
        public synchronized void cameTo(Map<RoomId, Long> found) {
            heads.putAll(found);
        }

        @Override
        public synchronized void failed() {
            failures++;
        }

        synchronized void fail() {
            failing = true;
        }

        synchronized int transactions() {
            return committed.size();
        }

        /** Where rooms came to without a word of the commit. */
        synchronized Map<RoomId, Long> heads() {
            return Map.copyOf(heads);
        }

        synchronized int failures() {
            return failures;
        }
    }

    RunningLane start() {
        thread.start();
        return this;
    }

    /** Somebody who is in the room. */
    RecordingListener listenerIn(long room) {
        RecordingListener listener = new RecordingListener();
        RoomId id = new RoomId(room);
        delivery.run(() -> delivery.shard().streams().with(id, stream -> stream.subscribe(listener), reason -> {}));
        await().until(() -> delivery.ask(() -> delivery.shard().streams().loaded(id) != null));
        return listener;
    }

    Outcomes<Posted> post(long room, Person author, String key) {
        Outcomes<Posted> outcome = new Outcomes<>();
        if (!lane.offer(JournalDatabase.post(room, author, key, outcome))) {
            throw new AssertionError("the lane took no more");
        }
        return outcome;
    }

    Outcomes<Observation> join(long room, Person person) {
        Outcomes<Observation> outcome = new Outcomes<>();
        if (!lane.offer(database.joined(room, person, outcome))) {
            throw new AssertionError("the lane took no more");
        }
        return outcome;
    }

    /** Waits for the end of the lane's thread; false if it goes on. */
    boolean ended() {
        return RunningShard.ended(thread);
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override
    public void close() {
        lane.stop();
        thread.interrupt();
        ended();
        delivery.close();
    }
}
