package org.persistentchat.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.DeliveryShard;
import org.persistentchat.stream.Listener;
import org.persistentchat.stream.RoomStream;

/**
 * Holds open sessions to changed rights: who lost a room is put out of it, who was deactivated is disconnected. What is committed after
 * a change comes to the delivery threads after the check that the change has put there.
 */
@ApplicationScoped
public class SessionRights implements ChangeFollower {
    @Inject
    SessionServices services;

    @Inject
    ChatSessions sessions;

    /** Sessions keep no memory of their own of who may do what. */
    @Override
    public void reload() {}

    @Override
    public void follow(List<Change> changes) {}

    @Override
    public void act(List<Change> changes) {
        Set<Long> rooms = new HashSet<>();
        Set<Long> categories = new HashSet<>();
        boolean people = false;
        for (Change change : changes) {
            ChangeKind kind = change.kind();
            if (kind == ChangeKind.ROOM) {
                rooms.add(change.subject());
            } else if (kind == ChangeKind.CATEGORY) {
                categories.add(change.subject());
            } else if (kind == ChangeKind.PERSON || kind == ChangeKind.MEMBERSHIP || kind == ChangeKind.GROUP) {
                people = true;
            }
        }
        if (!rooms.isEmpty() || !categories.isEmpty()) {
            recheckRooms(id -> rooms.contains(id.value()) || liesIn(id, categories));
        }
        if (people) {
            sessions.forEach(ChatSession::recheckPerson);
        }
    }

    @Override
    public void actOnAll() {
        recheckRooms(any -> true);
        sessions.forEach(ChatSession::recheckPerson);
    }

    private boolean liesIn(RoomId id, Set<Long> categories) {
        return services.rooms()
                .find(id)
                .map(Room::category)
                .filter(category -> categories.contains(category.id().value()))
                .isPresent();
    }

    private void recheckRooms(Predicate<RoomId> which) {
        for (DeliveryShard shard : services.shards()) {
            try {
                shard.put(() -> recheck(shard, which));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** In the delivery thread. */
    private static void recheck(DeliveryShard shard, Predicate<RoomId> which) {
        for (RoomStream stream : shard.streams().loaded()) {
            if (which.test(stream.room())) {
                for (Listener listener : List.copyOf(stream.listeners())) {
                    if (listener instanceof ChatSession session) {
                        session.recheck(stream);
                    }
                }
            }
        }
    }
}
