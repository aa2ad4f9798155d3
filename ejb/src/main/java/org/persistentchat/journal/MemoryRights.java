package org.persistentchat.journal;

import org.persistentchat.change.ChangeFeed;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomRights;

/** Asks this server's memory of rooms and groups. */
record MemoryRights(ChangeFeed feed, Subjects subjects, RoomDirectory rooms, ChatPolicy policy)
        implements AuthorRights {

    @Override
    public boolean isFollowed(long change) {
        return feed.followed() >= change;
    }

    @Override
    public boolean follow(long change) {
        return feed.follow(change);
    }

    @Override
    public Draft judged(Draft draft) {
        if (draft instanceof PurgeDraft purge && purge.rule() != null) {
            return draft; // nobody does it: officers set the rule
        }
        Subject author = subjects.of(draft.author());
        Room room = rooms.find(draft.room().id()).orElseThrow(RoomRights::notFound);
        if (draft instanceof PurgeDraft || draft instanceof RewriteDraft) {
            checkAdministrator(author);
            return draft.in(room);
        }
        return judged(author, room, policy, draft.in(room));
    }

    /** As they are in {@code room} now. */
    static Draft judged(Subject author, Room room, ChatPolicy policy, Draft draft) {
        policy.check(author.person());
        if (draft instanceof PostDraft) {
            RoomRights.checkPost(author, room);
            return draft;
        }
        RoomRights.checkRead(author, room);
        boolean manages = RoomRights.mayManage(author, room);
        if (!manages && (draft instanceof EditDraft || draft instanceof PinDraft)) {
            RoomRights.checkPost(author, room);
        }
        return draft instanceof ChangeDraft change ? change.byManager(manages) : draft;
    }

    private static void checkAdministrator(Subject author) {
        if (!author.is(Role.ADMINISTRATOR)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only administrators remove messages of others.");
        }
    }
}
