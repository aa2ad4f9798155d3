package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.persistentchat.change.Change;
import org.persistentchat.change.ChangeFollower;
import org.persistentchat.change.ChangeKind;
import org.persistentchat.principal.Subject;

/**
 * Knows all categories and rooms, with everybody's rights in them, in memory: current as of the change that this server has followed.
 * Nothing here asks the database when it is used, so that a room that does not exist and one that somebody may not know of are refused
 * on the same path.
 */
@ApplicationScoped
public class RoomDirectory implements ChangeFollower {
    @Inject
    RoomStore store;

    private final RoomIndex index = new RoomIndex();

    /** The room, if the person may enter and read it; otherwise refuses as {@link RoomRights#checkRead}. */
    public Room readable(Subject who, RoomId id) {
        Room room = find(id).orElseThrow(RoomRights::notFound);
        RoomRights.checkRead(who, room);
        return room;
    }

    /** The room, if the person may post to it; otherwise refuses as {@link RoomRights#checkPost}. */
    public Room postable(Subject who, RoomId id) {
        Room room = find(id).orElseThrow(RoomRights::notFound);
        RoomRights.checkPost(who, room);
        return room;
    }

    /**
     * The room, if the person may change it; otherwise {@link org.persistentchat.error.ErrorCode#ROOM_NOT_FOUND} if they may not know of it, and
     * {@link org.persistentchat.error.ErrorCode#NOT_PERMITTED}.
     */
    public Room manageable(Subject who, RoomId id) {
        Room room = find(id).orElseThrow(RoomRights::notFound);
        RoomRights.checkManage(who, room);
        return room;
    }

    /** The room as it is now, whoever asks. */
    public Optional<Room> find(RoomId id) {
        return Optional.ofNullable(index.room(id));
    }

    /** The category as it is now, whoever asks. */
    public Optional<Category> find(CategoryId id) {
        return Optional.ofNullable(index.category(id));
    }

    public Collection<Category> categories() {
        return index.categories();
    }

    /** The rooms that name the person as member, manager or presenter, also through groups, whether or not the scope lets them in. */
    public List<Room> naming(Subject who) {
        return index.naming(who.memberships());
    }

    /** The rooms whose folded name comes after {@code folded}, by name. */
    Iterable<RoomId> namedAfter(String folded) {
        return index.after(folded);
    }

    /** All rooms, in no order. */
    public Collection<Room> rooms() {
        return index.rooms();
    }

    @Override
    public void reload() {
        try {
            Set<CategoryId> oldCategories =
                    index.categories().stream().map(Category::id).collect(Collectors.toSet());
            Set<RoomId> oldRooms = index.rooms().stream().map(Room::id).collect(Collectors.toSet());
            index.putCategories(oldCategories, store.categories(null));
            index.putRooms(oldRooms, store.rooms(null, index::category));
        } catch (SQLException failure) {
            throw new IllegalStateException("Rooms cannot be read", failure);
        }
    }

    @Override
    public void follow(List<Change> changes) {
        Set<Long> categories = new HashSet<>();
        Set<Long> rooms = new HashSet<>();
        for (Change change : changes) {
            if (change.kind() == ChangeKind.CATEGORY) {
                categories.add(change.subject());
            } else if (change.kind() == ChangeKind.ROOM) {
                rooms.add(change.subject());
            }
        }
        try {
            if (!categories.isEmpty()) {
                List<CategoryId> ids = categories.stream().map(CategoryId::new).toList();
                index.putCategories(ids, store.categories(categories));
            }
            if (!rooms.isEmpty()) {
                index.putRooms(rooms.stream().map(RoomId::new).toList(), store.rooms(rooms, index::category));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Rooms cannot be read", failure);
        }
    }
}
