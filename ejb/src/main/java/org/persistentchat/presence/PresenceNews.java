package org.persistentchat.presence;

import java.util.List;
import org.persistentchat.identity.Person;
import org.persistentchat.room.RoomId;

/** What clients are told about the people in a room. */
public sealed interface PresenceNews {
    RoomId room();

    /** All who are in the room, in the order of their coming; takes the place of what was told before. */
    record Roster(RoomId room, List<Person> people) implements PresenceNews {
        public Roster {
            people = List.copyOf(people);
        }
    }

    /**
     * Who came and who went since the last push. May name somebody who is there, or is not, already.
     *
     * @param count people in the room now
     */
    record RosterChange(RoomId room, int count, List<Person> came, List<Person> went) implements PresenceNews {
        public RosterChange {
            came = List.copyOf(came);
            went = List.copyOf(went);
        }
    }

    /** How many are in a room that has too many for a roster; names told before, and who types, are void. */
    record Occupancy(RoomId room, int count) implements PresenceNews {}

    /** All who type at the moment; takes the place of what was told before. */
    record Typing(RoomId room, List<Person> people) implements PresenceNews {
        public Typing {
            people = List.copyOf(people);
        }
    }
}
