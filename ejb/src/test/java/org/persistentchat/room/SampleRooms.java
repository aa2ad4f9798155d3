package org.persistentchat.room;

import org.persistentchat.identity.Person;
import org.persistentchat.principal.PrincipalSet;

/** Rooms for tests. */
public final class SampleRooms {
    private SampleRooms() {}

    /** A category open to everyone. */
    public static Category company() {
        return category(PrincipalSet.EVERYONE, PrincipalSet.EMPTY, PrincipalSet.EMPTY);
    }

    static Category category(PrincipalSet allowed, PrincipalSet denied, PrincipalSet creators) {
        return new Category(new CategoryId(7), "Company", "", true, true, true, allowed, denied, creators, 0);
    }

    /** An open room with a manager. */
    public static Room managed(long id, Person manager) {
        return room(id, RoomType.NORMAL, PrincipalSet.ofIds(manager.id().value()));
    }

    /** An open room in which nobody posts. */
    public static Room auditorium(long id) {
        return room(id, RoomType.AUDITORIUM, PrincipalSet.EMPTY);
    }

    /** An open room that everyone may post to. */
    public static Room open(long id) {
        return room(id, RoomType.NORMAL, PrincipalSet.EMPTY);
    }

    /** An open room whose messages are not kept for users. */
    public static Room withoutHistory(long id) {
        Category unkept = new Category(
                new CategoryId(8),
                "Unkept",
                "",
                true,
                true,
                false,
                PrincipalSet.EVERYONE,
                PrincipalSet.EMPTY,
                PrincipalSet.EMPTY,
                0);
        return open(id).in(unkept);
    }

    private static Room room(long id, RoomType type, PrincipalSet managers) {
        return new Room(
                new RoomId(id),
                "Room " + id,
                "",
                company(),
                Privacy.OPEN,
                type,
                false,
                PrincipalSet.EMPTY,
                managers,
                PrincipalSet.EMPTY,
                0);
    }
}
