package org.persistentchat.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.presence.Presence;
import org.persistentchat.presence.PresencePush;
import org.persistentchat.presence.Viewer;
import org.persistentchat.room.RoomId;

/** The rooms that one connection has on screen: it is told who is there and who types. Nothing is told of a room after it was hidden. */
final class ShownRooms implements Viewer {
    private final Presence presence;
    private final Outlet outlet;

    // Guarded by this
    private final Set<RoomId> rooms = new LinkedHashSet<>(2);

    ShownRooms(Presence presence, Outlet outlet) {
        this.presence = presence;
        this.outlet = outlet;
    }

    /**
     * Shows these rooms and no others. What follows is told after {@code reply} has the answer.
     *
     * @param entered asked without any lock of the session held by the caller
     */
    synchronized void show(List<RoomId> wanted, Predicate<RoomId> entered, Reply<List<Shown>> reply) {
        for (RoomId room : List.copyOf(rooms)) {
            if (!wanted.contains(room)) {
                hide(room);
            }
        }
        List<Shown> answers = new ArrayList<>(wanted.size());
        for (RoomId room : wanted) {
            answers.add(show(room, entered));
        }
        reply.ok(answers);
    }

    private Shown show(RoomId room, Predicate<RoomId> entered) {
        rooms.add(room);
        Shown shown = entered.test(room) ? Shown.of(presence.show(room, this)) : notEntered(room);
        if (shown.refusal() == null && entered.test(room)) {
            return shown;
        }
        hide(room); // it was left meanwhile, or never entered
        return notEntered(room);
    }

    private static Shown notEntered(RoomId room) {
        return Shown.refused(room, new ChatException(ErrorCode.NOT_ENTERED, "Enter the room before showing it."));
    }

    synchronized boolean contains(RoomId room) {
        return rooms.contains(room);
    }

    synchronized void hide(RoomId room) {
        if (rooms.remove(room)) {
            presence.hide(room, this);
        }
    }

    @Override
    public synchronized boolean tell(PresencePush push) {
        return !rooms.contains(push.room()) || outlet.presence(push);
    }

    @Override
    public void flush() {
        outlet.flush();
    }
}
