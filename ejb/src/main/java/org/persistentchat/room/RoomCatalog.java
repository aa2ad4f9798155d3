package org.persistentchat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** What a person finds: rooms and categories. */
@ApplicationScoped
public class RoomCatalog {
    private static final int SCAN = 500;

    @PersistenceContext(unitName = "content")
    EntityManager entities;

    @Inject
    RoomDirectory directory;

    @Inject
    RoomPositions positions;

    /**
     * Rooms that the person may find, by name.
     *
     * @param nameContains part of the name in any case; empty for all
     * @param after where the page begins, from {@link RoomPage#next}; empty for the first
     */
    @Transactional
    public RoomPage find(Person who, String nameContains, String after, int limit) {
        List<Room> found = new ArrayList<>();
        String cursor = after;
        @Nullable String next = null;
        boolean more = true;
        while (more && next == null) {
            List<Object[]> scanned = scan(FoldedName.of(nameContains), cursor);
            more = scanned.size() == SCAN;
            Map<RoomId, Room> rooms = directory.find(
                    scanned.stream().map(row -> new RoomId((Long) row[0])).toList());
            for (Object[] row : scanned) {
                if (found.size() == limit) {
                    next = cursor;
                    break;
                }
                cursor = (String) row[1];
                Room room = rooms.get(new RoomId((Long) row[0]));
                if (room != null && RoomRights.mayFind(who, room)) {
                    found.add(room);
                }
            }
        }
        return new RoomPage(cards(who, found), next);
    }

    private List<Object[]> scan(String contained, String after) {
        return entities.createQuery(
                        "select r.id, r.nameFolded from RoomEntity r where r.nameFolded > :after"
                                + " and (:contained = '' or locate(:contained, r.nameFolded) > 0) order by r.nameFolded",
                        Object[].class)
                .setParameter("after", after)
                .setParameter("contained", contained)
                .setMaxResults(SCAN)
                .getResultList();
    }

    /** One room as the person sees it, or {@link org.persistentchat.error.ErrorCode#ROOM_NOT_FOUND}. */
    public RoomCard card(Person who, RoomId id) {
        Room room = directory
                .find(id)
                .filter(found -> RoomRights.mayFind(who, found))
                .orElseThrow(RoomRights::notFound);
        return cards(who, List.of(room)).get(0);
    }

    /** A room that the person has just created, whether or not they will see it, from what its creation returned: nothing in memory knows it before the commit. */
    public RoomCard cardOfNew(Person who, Room created) {
        return new RoomCard(created, RoomRights.mayPost(who, created), 0, 0);
    }

    private List<RoomCard> cards(Person who, List<Room> rooms) {
        List<RoomId> readable = rooms.stream()
                .filter(room -> RoomRights.mayRead(who, room))
                .map(Room::id)
                .toList();
        Map<RoomId, Long> heads = positions.heads(readable);
        Map<RoomId, Long> markers = positions.markers(who.id(), readable);
        return rooms.stream()
                .map(room -> new RoomCard(
                        room,
                        RoomRights.mayPost(who, room),
                        heads.getOrDefault(room.id(), 0L),
                        markers.getOrDefault(room.id(), 0L)))
                .toList();
    }

    /** Categories in whose scope the person is, by name; administrators see all. */
    @Transactional
    public List<Category> categories(Person who) {
        return entities.createQuery("select c from CategoryEntity c order by c.nameFolded", CategoryEntity.class)
                .getResultStream()
                .map(CategoryEntity::toCategory)
                .filter(category -> who.is(Role.ADMINISTRATOR) || RoomRights.inScope(who, category))
                .toList();
    }
}
