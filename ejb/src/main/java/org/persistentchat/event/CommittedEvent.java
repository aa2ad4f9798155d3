package org.persistentchat.event;

/** A committed event on its way to clients, with the forms that transports have made of it. */
public final class CommittedEvent {
    private final RoomEvent event;
    private final Renderings<RoomEvent> renderings;

    public CommittedEvent(RoomEvent event) {
        this.event = event;
        this.renderings = new Renderings<>(event);
    }

    public RoomEvent event() {
        return event;
    }

    public long sequence() {
        return event.sequence();
    }

    /** The event in a transport's form, made once. */
    public <T> T as(Rendering<? super RoomEvent, T> rendering) {
        return renderings.get(rendering);
    }
}
