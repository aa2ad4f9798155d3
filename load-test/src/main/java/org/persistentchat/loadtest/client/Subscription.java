package org.persistentchat.loadtest.client;

import java.util.ArrayList;
import java.util.List;

/**
 * A room on a connection. While an {@code enter}, a {@code resume} or a recovery by {@code history} is under way, pushes are held back so that the
 * stream stays in order; they follow when it flows again.
 */
final class Subscription {
    private final RoomStream stream;
    private final ConnectionListener listener;
    private final List<ChatEvent> held = new ArrayList<>();
    private boolean begun;
    private boolean flowing;

    Subscription(RoomStream stream, ConnectionListener listener) {
        this.stream = stream;
        this.listener = listener;
    }

    RoomStream stream() {
        return stream;
    }

    /** Whether it is known where the stream begins. */
    boolean begun() {
        return begun;
    }

    void begin(long last) {
        stream.begin(last);
        begun = true;
    }

    /** Takes events into the stream at once: part of an answer, not a push. */
    void take(List<ChatEvent> events) {
        if (!events.isEmpty()) {
            stream.accept(events);
            listener.events(stream.room(), events);
        }
    }

    void pushed(List<ChatEvent> events) {
        if (flowing) {
            take(events);
        } else {
            held.addAll(events);
        }
    }

    /** What was held back follows, and pushes go straight into the stream from now on. */
    void flow() {
        flowing = true;
        take(List.copyOf(held));
        held.clear();
    }

    /** Pushes are held back until {@link #flow}. */
    void hold() {
        flowing = false;
    }

    /** The link is gone: what was held back will come again with {@code resume}. */
    void broken() {
        flowing = false;
        held.clear();
    }
}
