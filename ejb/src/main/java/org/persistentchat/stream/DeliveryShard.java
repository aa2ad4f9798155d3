package org.persistentchat.stream;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One thread that delivers the rooms of a shard. All that concerns a room's stream happens here, one thing after the other, so that
 * entering a room and hearing what follows needs no lock. Work comes as short tasks that never block; after a round of tasks every
 * listener that was touched is told once to send, so that what a round brings travels in one frame.
 */
public final class DeliveryShard implements Runnable {
    private static final int WAITING_TASKS = 16_384;
    private static final int TASKS_PER_ROUND = 256;
    private static final long IDLE_MILLIS = 500;

    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(WAITING_TASKS);
    private final Set<Listener> touched = new LinkedHashSet<>();
    private final RoomStreams streams;
    private volatile boolean stopped;

    DeliveryShard(StreamSource source) {
        this.streams = new RoomStreams(this, source);
    }

    /** Has {@code task} run by the shard's thread; false if too much is waiting. */
    public boolean offer(Runnable task) {
        return tasks.offer(task);
    }

    /** As {@link #offer}, but waits for room: for those who must slow down when delivery is behind. After the stop tasks are dropped. */
    public void put(Runnable task) throws InterruptedException {
        while (!stopped && !tasks.offer(task, IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
            // asked again until there is room or nobody delivers any more
        }
    }

    /** The streams of this shard's rooms; for the shard's thread only. */
    public RoomStreams streams() {
        return streams;
    }

    /** Has {@code listener} flushed at the end of the round; for the shard's thread only. */
    public void touch(Listener listener) {
        touched.add(listener);
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                round(tasks.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException asked) {
                return;
            }
        }
    }

    private void round(@Nullable Runnable first) {
        int done = 0;
        for (Runnable task = first; task != null; task = ++done < TASKS_PER_ROUND ? tasks.poll() : null) {
            try {
                task.run();
            } catch (RuntimeException defect) {
                StreamLog.LOG.taskFailed(defect);
            }
        }
        List<Listener> flushed = List.copyOf(touched);
        touched.clear();
        for (Listener listener : flushed) {
            try {
                listener.flush();
            } catch (RuntimeException defect) {
                StreamLog.LOG.taskFailed(defect);
            }
        }
    }
}
