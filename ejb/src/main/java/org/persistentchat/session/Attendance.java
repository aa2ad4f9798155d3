package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.KeptEvents;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;

/**
 * Who was there when something was said, in rooms whose messages are not kept for users: only they may get it when they come back after a break. Told by the
 * delivery threads, so that it is exact to the sequence. This server's memory only, for as long as the texts are there: who comes back to another server, or after
 * a restart, is told that there was something, and not what.
 */
@ApplicationScoped
class Attendance {
    /** Of stays that are over; at the bound the one that ended first is forgotten. */
    private static final int MOST_PAST = 100_000;

    private final Map<Place, List<Stay>> stays = new HashMap<>();
    private final Deque<Past> past = new ArrayDeque<>();

    private record Place(PersonId person, RoomId room) {}

    private record Past(Place place, Stay stay, Instant ended) {}

    /** One connection in a room, from a sequence (excluded) to another (included). */
    private static final class Stay {
        private final Object connection;
        private final long after;
        private long to = Long.MAX_VALUE;

        Stay(Object connection, long after) {
            this.connection = connection;
            this.after = after;
        }
    }

    /** The connection hears what follows {@code last}. One that is there already stays. */
    synchronized void came(Object connection, PersonId person, Room room, long last) {
        if (room.category().chatHistory()) {
            return;
        }
        List<Stay> all = stays.computeIfAbsent(new Place(person, room.id()), place -> new ArrayList<>(1));
        if (present(all, connection) == null) {
            all.add(new Stay(connection, last));
        }
    }

    /** The connection heard what was said up to {@code last}. */
    synchronized void went(Object connection, PersonId person, RoomId room, long last, Instant now) {
        Place place = new Place(person, room);
        Stay stay = present(stays.getOrDefault(place, List.of()), connection);
        if (stay != null) {
            stay.to = last;
            past.addLast(new Past(place, stay, now));
        }
        Instant gone = now.minus(KeptEvents.GRACE);
        while (!past.isEmpty()
                && (past.size() > MOST_PAST || past.getFirst().ended.isBefore(gone))) {
            forget(past.removeFirst());
        }
    }

    /** Whether a connection of the person was there at {@code sequence}. */
    synchronized boolean heard(PersonId person, RoomId room, long sequence) {
        for (Stay stay : stays.getOrDefault(new Place(person, room), List.of())) {
            if (stay.after < sequence && sequence <= stay.to) {
                return true;
            }
        }
        return false;
    }

    private void forget(Past one) {
        stays.computeIfPresent(one.place, (place, all) -> {
            all.remove(one.stay);
            return all.isEmpty() ? null : all;
        });
    }

    private static @Nullable Stay present(List<Stay> all, Object connection) {
        for (Stay stay : all) {
            if (stay.connection == connection && stay.to == Long.MAX_VALUE) {
                return stay;
            }
        }
        return null;
    }
}
