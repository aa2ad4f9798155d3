package org.persistentchat.follow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiPredicate;
import org.persistentchat.error.ChatException;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/**
 * Tells followers how far rooms are. A commit marks its room and costs no more; each round (one a second) finds out who is to be told, and
 * tells a bounded number of people, with one question to the database each; the others have their turn in the next. A person stands in
 * the queue once, however many rooms they are to be told of.
 */
final class HintQueue {
    private static final int PEOPLE_PER_ROUND = 1_000;

    private final Followers followers;
    private final BiPredicate<Person, RoomId> mayRead;
    private final Positions positions;
    private final Set<RoomId> happened = ConcurrentHashMap.newKeySet();
    private final Queue<Follower> waiting = new ConcurrentLinkedQueue<>();

    HintQueue(Followers followers, BiPredicate<Person, RoomId> mayRead, Positions positions) {
        this.followers = followers;
        this.mayRead = mayRead;
        this.positions = positions;
    }

    /** Reads how far a person's rooms are. Blocks. */
    @FunctionalInterface
    interface Positions {
        Map<RoomId, RoomPosition> of(PersonId person, List<RoomId> rooms);
    }

    /** Something was committed in the room. Never blocks. */
    void happened(RoomId room) {
        if (!followers.ofEverythingIn(room).isEmpty()) {
            happened.add(room);
        }
    }

    /** The person is to be told of the room in the next round. */
    void add(Follower follower, RoomId room) {
        if (follower.makeDue(room)) {
            waiting.add(follower);
        }
    }

    /** Tells those whose turn it is. */
    void round() {
        for (RoomId room : List.copyOf(happened)) {
            happened.remove(room);
            for (Follower follower : followers.ofEverythingIn(room)) {
                if (follower.isOutOf(room)) {
                    add(follower, room);
                }
            }
        }
        List<Follower> turn = new ArrayList<>();
        for (Follower next = waiting.poll(); next != null; next = waiting.poll()) {
            turn.add(next);
            if (turn.size() == PEOPLE_PER_ROUND) {
                break;
            }
        }
        turn.forEach(this::tell);
    }

    private void tell(Follower follower) {
        List<RoomId> rooms = follower.takeDue().stream()
                .filter(room -> follower.isOutOf(room) && mayRead.test(follower.person(), room))
                .toList();
        if (rooms.isEmpty()) {
            return;
        }
        Map<RoomId, RoomPosition> now;
        try {
            now = new HashMap<>(positions.of(follower.person().id(), rooms));
        } catch (ChatException unavailable) {
            rooms.forEach(room -> add(follower, room)); // in a later round
            return;
        }
        now.keySet().removeIf(room -> !mayRead.test(follower.person(), room)); // reading took a moment
        for (HintReceiver receiver : follower.receivers()) {
            now.forEach((room, position) -> {
                if (!receiver.isIn(room) && !receiver.activity(room, position)) {
                    add(follower, room);
                }
            });
            receiver.flush();
        }
    }
}
