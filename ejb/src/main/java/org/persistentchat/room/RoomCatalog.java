package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.Subject;
import org.persistentchat.principal.Subjects;

/** What a person finds: rooms and categories. */
@ApplicationScoped
public class RoomCatalog {
    @Inject
    RoomDirectory directory;

    @Inject
    Subjects subjects;

    @Inject
    RoomPositions positions;

    /**
     * Rooms that the person may find, by name.
     *
     * @param nameContains part of the name in any case; empty for all
     * @param after where the page begins, from {@link RoomPage#next}; empty for the first
     */
    public RoomPage find(Person person, String nameContains, String after, int limit) {
        Subject who = subjects.of(person);
        String contained = FoldedName.of(nameContains);
        List<Room> found = new ArrayList<>();
        String cursor = after;
        @Nullable String next = null;
        for (RoomId id : directory.namedAfter(after)) {
            Room room = directory.find(id).orElse(null);
            if (room == null || !RoomRights.mayFind(who, room)) {
                continue;
            }
            String name = FoldedName.of(room.name());
            if (name.contains(contained)) {
                if (found.size() == limit) {
                    next = cursor;
                    break;
                }
                found.add(room);
                cursor = name;
            }
        }
        return new RoomPage(cards(who, found), next);
    }

    /** One room as the person sees it, or {@link org.persistentchat.error.ErrorCode#ROOM_NOT_FOUND}. */
    public RoomCard card(Person person, RoomId id) {
        Subject who = subjects.of(person);
        Room room = directory
                .find(id)
                .filter(found -> RoomRights.mayFind(who, found))
                .orElseThrow(RoomRights::notFound);
        return cards(who, List.of(room)).get(0);
    }

    /** A room that the person has just created, whether or not they will see it, from what its creation returned: nothing in memory knows it before the commit. */
    public RoomCard cardOfNew(Person person, Room created) {
        return new RoomCard(created, RoomRights.mayPost(subjects.of(person), created), RoomPosition.EMPTY);
    }

    private List<RoomCard> cards(Subject who, List<Room> rooms) {
        List<RoomId> readable = rooms.stream()
                .filter(room -> RoomRights.mayRead(who, room))
                .map(Room::id)
                .toList();
        Map<RoomId, RoomPosition> known = positions.of(who.person().id(), readable);
        return rooms.stream()
                .map(room -> new RoomCard(
                        room, RoomRights.mayPost(who, room), known.getOrDefault(room.id(), RoomPosition.EMPTY)))
                .toList();
    }

    /** Categories in whose scope the person is, by name; administrators see all. */
    public List<Category> categories(Person person) {
        Subject who = subjects.of(person);
        return directory.categories().stream()
                .filter(category -> who.is(Role.ADMINISTRATOR) || RoomRights.inScope(who, category))
                .sorted(Comparator.comparing(category -> FoldedName.of(category.name())))
                .toList();
    }
}
