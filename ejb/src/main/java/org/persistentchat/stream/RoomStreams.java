package org.persistentchat.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.room.RoomId;

/**
 * The streams of one shard's rooms. A room that nobody listens to has none: its commits cost nothing here. Used by the shard's thread
 * only; reading from the database is done by others, who come back with a task.
 */
public final class RoomStreams {
    private static final long KEPT_IDLE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int LOADS_BETWEEN_SWEEPS = 256;
    private static final int LOADED_EVENTS = 50;
    private static final int REPAIRED_EVENTS = 1_000;

    private final DeliveryShard shard;
    private final StreamSource source;
    private final Map<RoomId, RoomStream> streams = new HashMap<>();
    private final Map<RoomId, Loading> loadings = new HashMap<>();
    private final Set<RoomId> repairs = new HashSet<>();
    private int loadsSinceSweep;

    RoomStreams(DeliveryShard shard, StreamSource source) {
        this.shard = shard;
        this.source = source;
    }

    /** Commits of one room, in any order, perhaps known already. */
    public void committed(RoomId room, List<CommittedEvent> events) {
        watched(room, events);
        take(room, events);
    }

    private void take(RoomId room, List<CommittedEvent> events) {
        RoomStream stream = streams.get(room);
        if (stream != null) {
            deliver(stream, events);
            repairGap(room, stream);
            return;
        }
        Loading loading = loadings.get(room);
        if (loading != null) {
            loading.meanwhile.addAll(events);
        }
    }

    private void watched(RoomId room, List<CommittedEvent> events) {
        guarded(() -> source.committed(room, events));
    }

    /** A watcher's defect is its own. */
    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException defect) {
            StreamLog.LOG.taskFailed(defect);
        }
    }

    /** The room is known to have come to {@code head}: what is missing until there is read from the database. */
    public void catchUp(RoomId room, long head) {
        watched(room, List.of());
        reach(room, head);
    }

    private void reach(RoomId room, long head) {
        RoomStream stream = streams.get(room);
        Loading loading = loadings.get(room);
        if (stream != null) {
            stream.comeTo(head);
            repairGap(room, stream);
        } else if (loading != null) {
            loading.head = Math.max(loading.head, head);
        }
    }

    /** The stream of a room if it is in memory. */
    public @Nullable RoomStream loaded(RoomId room) {
        return streams.get(room);
    }

    /** The streams that are in memory. */
    public Collection<RoomStream> loaded() {
        return streams.values();
    }

    /** Gives the stream of a room: at once if it is in memory, otherwise when it has been read. */
    public void with(RoomId room, Consumer<RoomStream> ready, Consumer<ChatException> failed) {
        RoomStream stream = streams.get(room);
        if (stream != null) {
            ready.accept(stream);
            return;
        }
        Loading loading = loadings.get(room);
        boolean first = loading == null;
        if (loading == null) {
            loading = new Loading();
            loadings.put(room, loading);
        }
        loading.ready.add(ready);
        loading.failed.add(failed);
        if (first) {
            read(() -> load(room), reason -> notLoaded(room, reason));
        }
    }

    /** Has something read outside of the shard's thread; a failure is told in it. */
    private void read(Runnable reading, Consumer<ChatException> failed) {
        try {
            source.blocking().execute(() -> {
                try {
                    reading.run();
                } catch (ChatException failure) {
                    hand(() -> failed.accept(failure));
                } catch (RuntimeException defect) {
                    StreamLog.LOG.taskFailed(defect);
                    hand(() -> failed.accept(
                            new ChatException(ErrorCode.INTERNAL, "The room could not be read.", defect)));
                }
            });
        } catch (RejectedExecutionException full) {
            failed.accept(new ChatException(ErrorCode.BUSY, "Too many rooms are being read.", full));
        }
    }

    /**
     * As {@link #with}, and the stream has come to {@code sequence}, which the asker has from another server: the message about it may be on its way to this
     * one, or lost. Where the room ends before (the database is an older one), the stream is given as it is.
     */
    public void notBehind(RoomId room, long sequence, Consumer<RoomStream> ready, Consumer<ChatException> failed) {
        with(
                room,
                stream -> {
                    if (stream.last() >= sequence) {
                        ready.accept(stream);
                    } else {
                        long from = stream.last() + 1;
                        read(() -> bring(room, from, sequence, new Asker(ready, failed)), failed);
                    }
                },
                failed);
    }

    /** Runs outside of the shard's thread. */
    private void bring(RoomId room, long from, long sequence, Asker asker) {
        long end = Math.min(sequence, source.head(room));
        if (end < from) {
            hand(() -> with(room, asker.ready, asker.failed));
            return;
        }
        List<CommittedEvent> missing = source.readGap(room, from, Math.min(end, from + REPAIRED_EVENTS - 1));
        if (missing.isEmpty() || missing.get(0).sequence() > from) {
            source.later(() -> hand(() -> notBehind(room, end, asker.ready, asker.failed)));
        } else {
            hand(() -> {
                take(room, missing);
                notBehind(room, end, asker.ready, asker.failed);
            });
        }
    }

    /** Runs outside of the shard's thread. */
    private void load(RoomId room) {
        long head = source.head(room);
        List<CommittedEvent> newest = source.read(room, Math.max(1, head - LOADED_EVENTS + 1), head);
        hand(() -> loaded(room, new RoomStream(room, head, newest)));
    }

    private void loaded(RoomId room, RoomStream stream) {
        Loading loading = loadings.remove(room);
        sweepNowAndThen();
        streams.put(room, stream);
        guarded(() -> source.opened(room, stream.last()));
        if (loading != null) {
            loading.ready.forEach(ready -> ready.accept(stream));
            take(room, loading.meanwhile);
            reach(room, loading.head);
        }
    }

    private void notLoaded(RoomId room, ChatException failure) {
        Loading loading = loadings.remove(room);
        if (loading != null) {
            loading.failed.forEach(failed -> failed.accept(failure));
        }
    }

    private void deliver(RoomStream stream, List<CommittedEvent> events) {
        EventBatch batch = stream.accept(events).orElse(null);
        if (batch != null) {
            for (Listener listener : stream.listeners()) {
                deliver(listener, batch);
            }
        }
    }

    /** One listener's defect is its own: the others of the room must not miss the batch. */
    private void deliver(Listener listener, EventBatch batch) {
        try {
            listener.deliver(batch);
        } catch (RuntimeException defect) {
            StreamLog.LOG.taskFailed(defect);
        }
        shard.touch(listener);
    }

    /**
     * One repair of a room at a time; one that fails or brings nothing is tried again after a moment. Where other servers bring events too,
     * what is missing is mostly on its way, so the gap waits for it a moment.
     */
    private void repairGap(RoomId room, RoomStream stream) {
        if (!stream.hasGap() || !repairs.add(room)) {
            return;
        }
        long patience = source.gapPatienceMillis();
        if (patience > 0) {
            source.in(patience, () -> hand(() -> readGap(room)));
        } else {
            readGap(room);
        }
    }

    private void readGap(RoomId room) {
        RoomStream stream = streams.get(room);
        if (stream == null || !stream.hasGap()) {
            repairs.remove(room);
            return;
        }
        long from = stream.last() + 1;
        long to = Math.min(stream.gapEnd(), stream.last() + REPAIRED_EVENTS);
        try {
            source.blocking().execute(() -> readGap(room, from, to));
        } catch (RejectedExecutionException full) {
            readGapLater(room);
        }
    }

    /** What is missing then, if anything is: the stream may have been dropped, or have got it. */
    private void readGapLater(RoomId room) {
        source.later(() -> hand(() -> readGap(room)));
    }

    /** Runs outside of the shard's thread. */
    private void readGap(RoomId room, long from, long to) {
        List<CommittedEvent> missing;
        boolean gone = false;
        try {
            missing = source.readGap(room, from, to);
            gone = missing.isEmpty() && source.head(room) == 0;
        } catch (ChatException failure) {
            missing = List.of();
        } catch (RuntimeException defect) {
            StreamLog.LOG.taskFailed(defect);
            missing = List.of();
        }
        List<CommittedEvent> found = missing;
        if (gone) {
            hand(() -> repairs.remove(room)); // the room was deleted, and its events with it
        } else if (found.isEmpty()) {
            readGapLater(room);
        } else {
            hand(() -> {
                repairs.remove(room);
                take(room, found);
            });
        }
    }

    private void hand(Runnable task) {
        try {
            shard.put(task);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepNowAndThen() {
        if (++loadsSinceSweep >= LOADS_BETWEEN_SWEEPS) {
            loadsSinceSweep = 0;
            dropIdle(KEPT_IDLE_NANOS);
        }
    }

    /** Forgets the rooms that nobody has listened to for so long. */
    public void dropIdle(long nanos) {
        List<RoomStream> idle = streams.values().stream()
                .filter(stream -> stream.isIdleFor(nanos))
                .toList();
        for (RoomStream stream : idle) {
            streams.remove(stream.room());
            guarded(() -> source.closed(stream.room()));
        }
    }

    private record Asker(Consumer<RoomStream> ready, Consumer<ChatException> failed) {}

    /** A stream being read: who waits for it, and what was committed meanwhile. */
    private static final class Loading {
        final List<Consumer<RoomStream>> ready = new ArrayList<>();
        final List<Consumer<ChatException>> failed = new ArrayList<>();
        final List<CommittedEvent> meanwhile = new ArrayList<>();
        long head;
    }
}
