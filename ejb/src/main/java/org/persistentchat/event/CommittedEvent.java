package org.persistentchat.event;

import org.jspecify.annotations.Nullable;

/** A committed event on its way to clients, with the forms that transports have made of it. */
public final class CommittedEvent {
    private final RoomEvent event;
    private final Renderings<RoomEvent> renderings;
    private volatile @Nullable CommittedEvent withheld;

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

    /** UTF-16 code units of text in it. */
    public int characters() {
        return event.content().characters();
    }

    /** The event in a transport's form, made once. */
    public <T> T as(Rendering<? super RoomEvent, T> rendering) {
        return renderings.get(rendering);
    }

    /**
     * What the event is after {@code later}, which came after it in the same room: itself, unless {@code later} changed the message that
     * it is or is about. A message that is gone stays so.
     */
    public CommittedEvent after(CommittedEvent later) {
        if (!(later.event.content() instanceof Change change) || event.kind() == EventKind.PURGE) {
            return this;
        }
        Message now = event.message();
        boolean purged = later.event.kind() == EventKind.PURGE && event.about() <= change.target();
        if (now.deleted() || !(purged || event.about() == change.target())) {
            return this;
        }
        return new CommittedEvent(event.with(purged ? now.gone() : change.present()));
    }

    /** The event as those see it who were not present, if it is not kept for users: that there was something. */
    public CommittedEvent kept() {
        if (!event.message().unkept()) {
            return this;
        }
        CommittedEvent made = withheld;
        if (made == null) {
            made = new CommittedEvent(
                    new RoomEvent(event.room(), event.sequence(), EventKind.UNKEPT, "", "", event.at(), Message.GONE));
            withheld = made;
        }
        return made;
    }
}
