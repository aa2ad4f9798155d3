package org.persistentchat.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.room.RoomId;

/** A database whose readings happen when the test says so, and fail when the test says so. */
final class PlayedSource implements StreamSource {
    private final Map<RoomId, Long> heads = new ConcurrentHashMap<>();
    private final Deque<Runnable> readings = new ArrayDeque<>();
    private final Deque<Runnable> laters = new ArrayDeque<>();
    private volatile @Nullable RuntimeException failure;
    private final List<String> told = new ArrayList<>();
    private volatile long gapPatience;
    private volatile boolean withoutRights;
    private boolean full;

    /** Everything up to {@code head} is committed. */
    void committedTo(RoomId room, long head) {
        heads.put(room, head);
    }

    void failWith(@Nullable RuntimeException reason) {
        failure = reason;
    }

    synchronized void full(boolean now) {
        full = now;
    }

    /** What was committed was committed under rights that are not here yet. */
    void withoutRights(boolean now) {
        withoutRights = now;
    }

    /** Others bring events too. */
    void waitInGaps() {
        gapPatience = 50;
    }

    /** Which rooms came into memory and went. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public long gapPatienceMillis() {
        return gapPatience;
    }

    @Override
    public synchronized void opened(RoomId room, long last) {
        told.add("opened " + room.value() + " at " + last);
    }

    @Override
    public synchronized void closed(RoomId room) {
        told.add("closed " + room.value());
    }

    /** Has the oldest reading done; there must be one. */
    void read() {
        take(readings).run();
    }

    /** Has what was put off begun; there must be something. */
    void laterComes() {
        take(laters).run();
    }

    synchronized int readings() {
        return readings.size();
    }

    synchronized int laters() {
        return laters.size();
    }

    private synchronized Runnable take(Deque<Runnable> tasks) {
        return tasks.removeFirst();
    }

    @Override
    public long head(RoomId room) {
        failIfTold();
        return heads.getOrDefault(room, 0L);
    }

    @Override
    public List<CommittedEvent> read(RoomId room, long from, long to) {
        failIfTold();
        return SampleEvents.events(room, from, Math.min(to, heads.getOrDefault(room, 0L)));
    }

    @Override
    public List<CommittedEvent> readGap(RoomId room, long from, long to) {
        return withoutRights ? List.of() : read(room, from, to);
    }

    private void failIfTold() {
        RuntimeException reason = failure;
        if (reason != null) {
            throw reason;
        }
    }

    @Override
    public Executor blocking() {
        return this::queue;
    }

    private synchronized void queue(Runnable task) {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        readings.addLast(task);
    }

    @Override
    public synchronized void later(Runnable task) {
        laters.addLast(task);
    }
}
