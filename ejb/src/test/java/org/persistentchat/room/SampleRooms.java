package org.persistentchat.room;

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

    /** An open room that everyone may post to. */
    public static Room open(long id) {
        return new Room(
                new RoomId(id),
                "Room " + id,
                "",
                company(),
                Privacy.OPEN,
                RoomType.NORMAL,
                false,
                PrincipalSet.EMPTY,
                PrincipalSet.EMPTY,
                PrincipalSet.EMPTY,
                0);
    }
}
