package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Invitation;
import org.persistentchat.room.Invitations;
import org.persistentchat.room.RoomId;

/** Tells people who are connected here that they were made members of a room; who is not reads it when they come. */
@ApplicationScoped
public class SessionInvitations implements ChangeFollower {
    @Inject
    Invitations invitations;

    @Inject
    ChatSessions sessions;

    /** Of people who are connected: what they know of. */
    private final Map<PersonId, Map<RoomId, Instant>> known = new ConcurrentHashMap<>();

    /** How many wait for somebody who has just connected; those that come from now on are pushed. None if the database is away. Blocks. */
    public int waiting(Person person) {
        List<Invitation> waiting = new ArrayList<>();
        try {
            known.compute(person.id(), (id, before) -> {
                // read and remembered in one step: what is committed later finds the person known
                waiting.addAll(invitations.of(person));
                // who is here already on another connection is still to be told there of what is new
                return before == null ? byRoom(waiting) : before;
            });
        } catch (ChatException away) {
            return 0; // to come in and read from memory is worth more
        }
        return waiting.size();
    }

    private static Map<RoomId, Instant> byRoom(List<Invitation> some) {
        return some.stream().collect(Collectors.toMap(Invitation::room, Invitation::at));
    }

    /** The person's last connection to this server has ended. */
    void forget(PersonId person) {
        known.remove(person);
    }

    @Override
    public void reload() {}

    @Override
    public void follow(List<Change> changes) {}

    @Override
    public void act(List<Change> changes) {
        Set<RoomId> rooms = changes.stream()
                .filter(change -> change.kind() == ChangeKind.INVITATION)
                .map(change -> new RoomId(change.subject()))
                .collect(Collectors.toSet());
        if (rooms.isEmpty() || known.isEmpty()) {
            return;
        }
        Map<PersonId, List<Invitation>> byPerson = new HashMap<>();
        for (Invitation invitation : invitations.in(rooms)) {
            if (known.containsKey(invitation.person())) {
                byPerson.computeIfAbsent(invitation.person(), id -> new ArrayList<>())
                        .add(invitation);
            }
        }
        byPerson.forEach(this::push);
    }

    private void push(PersonId person, List<Invitation> waiting) {
        List<Invitation> fresh = new ArrayList<>();
        known.computeIfPresent(person, (id, before) -> {
            Map<RoomId, Instant> now = new HashMap<>(before);
            for (Invitation invitation : waiting) {
                if (!invitation.at().equals(now.put(invitation.room(), invitation.at()))) {
                    fresh.add(invitation);
                }
            }
            return now;
        });
        if (!fresh.isEmpty()) {
            sessions.invited(person, invitations, fresh);
        }
    }
}
