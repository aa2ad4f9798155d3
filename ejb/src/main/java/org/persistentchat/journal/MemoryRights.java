package org.persistentchat.journal;

import org.jspecify.annotations.Nullable;
import org.persistentchat.change.ChangeFeed;
import org.persistentchat.error.ChatException;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/** Asks this server's memory of rooms and groups. */
record MemoryRights(ChangeFeed feed, Subjects subjects, RoomDirectory rooms) implements AuthorRights {

    @Override
    public boolean isFollowed(long change) {
        return feed.followed() >= change;
    }

    @Override
    public boolean follow(long change) {
        return feed.follow(change);
    }

    @Override
    public @Nullable ChatException refusal(Draft draft) {
        Subject author = subjects.of(draft.author());
        RoomId room = draft.room().id();
        try {
            if (draft instanceof PostDraft) {
                rooms.postable(author, room);
            } else if (rooms.find(room)
                    .filter(now -> RoomRights.mayManage(author, now))
                    .isEmpty()) {
                rooms.readable(author, room);
            }
            return null;
        } catch (ChatException refusal) {
            return refusal;
        }
    }
}
