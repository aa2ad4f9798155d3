package org.persistentchat.session;

import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.HintReceiver;
import org.persistentchat.follow.NotifyReason;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** Hints of followed rooms on their way to one connection. */
record SessionHints(ChatSession session, Outlet outlet) implements HintReceiver {
    @Override
    public boolean isIn(RoomId room) {
        return session.isIn(room);
    }

    @Override
    public boolean activity(RoomId room, RoomPosition now) {
        return outlet.activity(room, now);
    }

    @Override
    public void notify(RoomId room, long sequence, NotifyReason reason) {
        outlet.notify(room, sequence, reason);
    }

    @Override
    public void followed(RoomId room, FollowLevel level) {
        outlet.followed(room, level);
    }

    @Override
    public void flush() {
        outlet.flush();
    }

    /** There is one receiver a session, whatever it compares equal to. */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof SessionHints that && that.session == session;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(session);
    }
}
