package org.persistentchat.presence;

import org.persistentchat.event.Rendering;
import org.persistentchat.event.Renderings;
import org.persistentchat.room.RoomId;

/** News of a room on its way to all that show it, with the forms that transports have made of it. */
public final class PresencePush {
    private final PresenceNews news;
    private final Renderings<PresenceNews> renderings;

    public PresencePush(PresenceNews news) {
        this.news = news;
        this.renderings = new Renderings<>(news);
    }

    public PresenceNews news() {
        return news;
    }

    public RoomId room() {
        return news.room();
    }

    /** The news in a transport's form, made once. */
    public <T> T as(Rendering<? super PresenceNews, T> rendering) {
        return renderings.get(rendering);
    }
}
