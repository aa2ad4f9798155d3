package org.persistentchat.follow;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/** The people who are connected to this server, and which of them want to be told of everything in a room. */
final class Followers {
    private final Map<PersonId, Follower> people = new ConcurrentHashMap<>();
    private final Map<RoomId, Set<Follower>> ofEverything = new ConcurrentHashMap<>();

    /** One more connection of the person; given if it is the first: their choices are then to be read. */
    Optional<Follower> connected(Person person, HintReceiver receiver) {
        Follower[] first = new Follower[1];
        people.compute(person.id(), (id, known) -> {
            Follower follower = known;
            if (follower == null) {
                follower = new Follower(person);
                first[0] = follower;
            }
            follower.receivers().add(receiver);
            return follower;
        });
        return Optional.ofNullable(first[0]);
    }

    /** One connection of the person less. */
    void gone(PersonId person, HintReceiver receiver) {
        people.computeIfPresent(person, (id, follower) -> {
            follower.receivers().remove(receiver);
            if (!follower.receivers().isEmpty()) {
                return follower;
            }
            follower.levels().keySet().forEach(room -> remove(room, follower));
            return null;
        });
    }

    /** These are the person's choices now. Without effect when the last connection has ended. */
    void choose(Follower chooser, Map<RoomId, FollowLevel> levels) {
        people.computeIfPresent(chooser.person().id(), (id, follower) -> {
            if (follower == chooser) {
                follower.levels().keySet().forEach(room -> remove(room, follower));
                follower.choose(levels);
                levels.forEach((room, level) -> {
                    if (level == FollowLevel.ALL) {
                        add(room, follower);
                    }
                });
            }
            return follower;
        });
    }

    Optional<Follower> of(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }

    Collection<Follower> all() {
        return people.values();
    }

    /** Those who want to be told of everything in the room. */
    Set<Follower> ofEverythingIn(RoomId room) {
        return ofEverything.getOrDefault(room, Set.of());
    }

    private void add(RoomId room, Follower follower) {
        ofEverything.compute(room, (id, known) -> {
            Set<Follower> all = known == null ? ConcurrentHashMap.newKeySet(2) : known;
            all.add(follower);
            return all;
        });
    }

    private void remove(RoomId room, Follower follower) {
        ofEverything.computeIfPresent(room, (id, all) -> {
            all.remove(follower);
            return all.isEmpty() ? null : all;
        });
    }
}
