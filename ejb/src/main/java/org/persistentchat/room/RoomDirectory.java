package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.identity.Person;

/** Knows rooms by id, from memory once read. The pictures of a category's rooms share the picture of the category. */
@ApplicationScoped
public class RoomDirectory {
    @Inject
    RoomStore store;

    private final Map<RoomId, Room> rooms = new ConcurrentHashMap<>();
    private final Map<CategoryId, Category> categories = new ConcurrentHashMap<>();

    /** The room, if the person may enter and read it; otherwise refuses as {@link RoomRights#checkRead}. */
    public Room readable(Person person, RoomId id) {
        Room room = find(id).orElseThrow(RoomRights::notFound);
        RoomRights.checkRead(person, room);
        return room;
    }

    /** The room, if the person may post to it; otherwise refuses as {@link RoomRights#checkPost}. */
    public Room postable(Person person, RoomId id) {
        Room room = find(id).orElseThrow(RoomRights::notFound);
        RoomRights.checkPost(person, room);
        return room;
    }

    Optional<Room> find(RoomId id) {
        Room known = rooms.get(id);
        return known != null
                ? Optional.of(known)
                : Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** Those of {@code ids} that exist. */
    Map<RoomId, Room> find(Collection<RoomId> ids) {
        Map<RoomId, Room> found = new HashMap<>();
        List<RoomId> missing = new ArrayList<>();
        for (RoomId id : ids) {
            Room known = rooms.get(id);
            if (known != null) {
                found.put(id, known);
            } else {
                missing.add(id);
            }
        }
        List<Room> fresh = missing.isEmpty() ? List.of() : read(missing);
        for (Room read : fresh) {
            Room room = shareCategory(read);
            rooms.put(room.id(), room);
            found.put(room.id(), room);
        }
        return found;
    }

    private List<Room> read(List<RoomId> ids) {
        try {
            return store.read(ids);
        } catch (RuntimeException failure) {
            throw SqlErrors.asRefusal(failure);
        }
    }

    private Room shareCategory(Room room) {
        Category category = categories.computeIfAbsent(room.category().id(), id -> room.category());
        return new Room(
                room.id(),
                room.name(),
                room.description(),
                category,
                room.privacy(),
                room.type(),
                room.disabled(),
                room.members(),
                room.managers(),
                room.presenters());
    }
}
