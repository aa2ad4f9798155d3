package org.persistentchat.event;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.persistentchat.room.RoomId;

/** Committed events for tests. */
public final class SampleEvents {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private SampleEvents() {}

    public static CommittedEvent event(RoomId room, long sequence) {
        return event(room, sequence, "message " + sequence);
    }

    /** An event with a body. */
    public static CommittedEvent event(RoomId room, long sequence, String body) {
        return said(room, sequence, body);
    }

    private static CommittedEvent said(RoomId room, long sequence, String body) {
        Message message = Message.said(null, body, 0, false);
        return new CommittedEvent(new RoomEvent(room, sequence, EventKind.MESSAGE, "ana", "Ana", NOON, message));
    }

    /** The events from sequence {@code from} to {@code to}. */
    public static List<CommittedEvent> events(RoomId room, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(sequence -> event(room, sequence))
                .toList();
    }

    public static List<Long> sequences(List<CommittedEvent> events) {
        return events.stream().map(CommittedEvent::sequence).toList();
    }
}
