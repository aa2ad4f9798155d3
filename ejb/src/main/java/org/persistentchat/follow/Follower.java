package org.persistentchat.follow;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.persistentchat.identity.Person;
import org.persistentchat.room.RoomId;

/** A person who is connected to this server: what they chose, and of which rooms they are still to be told. */
final class Follower {
    private final Person person;
    private final List<HintReceiver> receivers = new CopyOnWriteArrayList<>();
    private volatile Map<RoomId, FollowLevel> levels = Map.of();

    private final Object reading = new Object();

    // Guarded by this
    private final Set<RoomId> due = new HashSet<>(2);

    Follower(Person person) {
        this.person = person;
    }

    /** As they connected. */
    Person person() {
        return person;
    }

    /** The connections. */
    List<HintReceiver> receivers() {
        return receivers;
    }

    /** What the person chose; empty until it has been read. */
    Map<RoomId, FollowLevel> levels() {
        return levels;
    }

    /** Held while the person's choices are being read, which blocks. */
    Object reading() {
        return reading;
    }

    void choose(Map<RoomId, FollowLevel> chosen) {
        levels = Map.copyOf(chosen);
    }

    /** The person is to be told how far the room is; true if they were not to be told of anything before. */
    synchronized boolean makeDue(RoomId room) {
        boolean first = due.isEmpty();
        due.add(room);
        return first;
    }

    synchronized Set<RoomId> takeDue() {
        Set<RoomId> taken = Set.copyOf(due);
        due.clear();
        return taken;
    }

    /** Whether a connection is not in the room, and so does not hear of it otherwise. */
    boolean isOutOf(RoomId room) {
        for (HintReceiver receiver : receivers) {
            if (!receiver.isIn(room)) {
                return true;
            }
        }
        return false;
    }
}
