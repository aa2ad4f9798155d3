package org.persistentchat.event;

import java.util.List;
import org.persistentchat.room.RoomId;

/** Events of one room, contiguous in sequence, delivered together to all that listen. */
public final class EventBatch {
    private final RoomId room;
    private final List<CommittedEvent> events;
    private final Renderings<EventBatch> renderings;

    public EventBatch(RoomId room, List<CommittedEvent> events) {
        this.room = room;
        this.events = List.copyOf(events);
        this.renderings = new Renderings<>(this);
    }

    public RoomId room() {
        return room;
    }

    /** At least one event. */
    public List<CommittedEvent> events() {
        return events;
    }

    /** The batch in a transport's form, made once. */
    public <T> T as(Rendering<? super EventBatch, T> rendering) {
        return renderings.get(rendering);
    }
}
