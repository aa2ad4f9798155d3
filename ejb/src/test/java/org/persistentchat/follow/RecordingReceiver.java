package org.persistentchat.follow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** A connection that writes down what it hears, unless it is behind. */
final class RecordingReceiver implements HintReceiver {
    final Set<RoomId> entered = new HashSet<>();
    private final List<String> heard = new ArrayList<>();
    boolean behind;

    @Override
    public boolean isIn(RoomId room) {
        return entered.contains(room);
    }

    @Override
    public boolean activity(RoomId room, RoomPosition now) {
        if (!behind) {
            heard.add("activity " + room.value() + " " + now.unread() + "/" + now.mentions());
        }
        return !behind;
    }

    @Override
    public void notify(RoomId room, long sequence, NotifyReason reason) {
        if (!behind) {
            heard.add(reason.label() + " " + room.value() + ":" + sequence);
        }
    }

    @Override
    public void followed(RoomId room, FollowLevel level) {
        heard.add("follow " + room.value() + " " + level.label());
    }

    @Override
    public void flush() {}

    /** What was heard since the last time. */
    List<String> takeHeard() {
        List<String> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
