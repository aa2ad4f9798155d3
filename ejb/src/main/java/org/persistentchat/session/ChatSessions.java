package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.persistentchat.identity.Credential;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.Invitation;
import org.persistentchat.room.Invitations;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** The sessions of this server, by person. */
@ApplicationScoped
public class ChatSessions {
    @Inject
    SessionServices services;

    @Inject
    SessionInvitations invitations;

    @Inject
    Instance<MarkerWatcher> markerWatchers;

    private final Map<PersonId, Set<ChatSession>> byPerson = new ConcurrentHashMap<>();

    /** Opens a session for a connection; the transport closes it when the connection ends. */
    public ChatSession open(Credential who, Outlet outlet) {
        ChatSession session = new ChatSession(who, outlet, services, this);
        byPerson.compute(who.person().id(), (person, sessions) -> {
            Set<ChatSession> all = sessions == null ? ConcurrentHashMap.newKeySet(2) : sessions;
            all.add(session);
            return all;
        });
        services.hints().connected(who.person(), session.hints());
        session.recheckPerson(); // who was deactivated since the handshake is found here or by the change thread
        return session;
    }

    void closed(ChatSession session) {
        services.hints().gone(session.credential().person().id(), session.hints());
        byPerson.computeIfPresent(session.credential().person().id(), (person, sessions) -> {
            sessions.remove(session);
            if (sessions.isEmpty()) {
                invitations.forget(person);
            }
            return sessions.isEmpty() ? null : sessions;
        });
    }

    /** Tells the person's other sessions that a marker has moved. */
    void markerMoved(ChatSession by, RoomId room, RoomPosition now) {
        PersonId person = by.credential().person().id();
        for (ChatSession session : byPerson.getOrDefault(person, Set.of())) {
            if (session != by) {
                session.markerMoved(room, now);
            }
        }
        markerWatchers.forEach(watcher -> watcher.moved(person, room, now));
    }

    /** A marker of the person has moved on another server. */
    public void markerMoved(PersonId person, RoomId room, RoomPosition now) {
        byPerson.getOrDefault(person, Set.of()).forEach(session -> session.markerMoved(room, now));
    }

    /** Tells the person's sessions that they were made a member of rooms. */
    void invited(PersonId person, Invitations waiting, List<Invitation> fresh) {
        Set<ChatSession> here = byPerson.getOrDefault(person, Set.of());
        for (ChatSession session : here) {
            session.invited(waiting.views(session.person(), fresh));
        }
    }

    /** Whether a connection of this server has the person in the room. */
    public boolean isPresent(PersonId person, RoomId room) {
        return byPerson.getOrDefault(person, Set.of()).stream().anyMatch(session -> session.isIn(room));
    }

    /** All who are in rooms by connections of this server; once for each connection. */
    public void forEachPresent(BiConsumer<PersonId, RoomId> action) {
        byPerson.forEach((person, sessions) ->
                sessions.forEach(session -> session.rooms().forEach(room -> action.accept(person, room))));
    }

    void forEach(Consumer<ChatSession> action) {
        byPerson.values().forEach(sessions -> List.copyOf(sessions).forEach(action));
    }
}
