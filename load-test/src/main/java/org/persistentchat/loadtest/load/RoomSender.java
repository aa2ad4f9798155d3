package org.persistentchat.loadtest.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Posts to one room over one connection, on its loop. With a window it posts again as soon as an answer comes. At a fixed rate each post has a time
 * at which it is due, and latencies count from there: what waits because something else was slow is not forgiven.
 */
final class RoomSender {
    private final LoadConnection connection;
    private final LoadRoom room;
    private final LoadShape shape;
    private final Map<Long, Long> sentAt = new HashMap<>();
    private volatile boolean stopped;
    private volatile int inFlight;
    private long due;

    RoomSender(LoadConnection connection, LoadRoom room, LoadShape shape) {
        this.connection = connection;
        this.room = room;
        this.shape = shape;
    }

    /** Begins with a full window. */
    void startWindow() {
        connection.loop().loop().execute(() -> {
            for (int post = 0; post < shape.window(); post++) {
                send(Stamp.now());
            }
        });
    }

    /** Begins at {@code firstDue} and posts every {@code interval} nanoseconds. */
    void startRate(long firstDue, long interval) {
        due = firstDue;
        connection.loop().loop().execute(() -> tick(interval));
    }

    private void tick(long interval) {
        while (!stopped && due <= Stamp.now()) {
            send(due);
            due += interval;
        }
        if (!stopped) {
            var unused = connection
                    .loop()
                    .loop()
                    .schedule(() -> tick(interval), Math.max(0, due - Stamp.now()), TimeUnit.NANOSECONDS);
        }
    }

    /** No further post; answers still come. */
    void stop() {
        stopped = true;
    }

    /** Whether no answer is outstanding that could still come. */
    boolean settled() {
        return inFlight == 0 || connection.end() != null;
    }

    private void send(long stamp) {
        long id = connection.post(this, room.id(), Stamp.body(stamp, shape.bodyCharacters()));
        if (id != MessageSink.NONE) {
            sentAt.put(id, stamp);
            inFlight = sentAt.size();
        }
    }

    void acknowledged(long id, long sequence) {
        Long sent = sentAt.remove(id);
        inFlight = sentAt.size();
        room.acknowledge(sequence);
        if (sent != null) {
            connection.loop().acknowledged(Stamp.now() - sent);
        }
        if (!stopped && shape.rate() <= 0) {
            send(Stamp.now());
        }
    }

    void refused(long id) {
        sentAt.remove(id);
        inFlight = sentAt.size();
        if (!stopped && shape.rate() <= 0) {
            // A refusal that comes at once must not become a tight loop.
            var unused = connection.loop().loop().schedule(() -> send(Stamp.now()), 10, TimeUnit.MILLISECONDS);
        }
    }
}
