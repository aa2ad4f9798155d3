package org.persistentchat.room;

import java.util.Set;

/** Rooms for tests. */
public final class SampleRooms {
    private static final Set<Principal> EVERYONE = Set.of(Principal.EVERYONE);
    private static final Set<Principal> NOBODY = Set.of();

    private SampleRooms() {}

    /** A category open to everyone. */
    public static Category company() {
        return category(EVERYONE, NOBODY, NOBODY);
    }

    static Category category(Set<Principal> allowed, Set<Principal> denied, Set<Principal> creators) {
        return new Category(new CategoryId(7), "Company", "", true, true, true, allowed, denied, creators);
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
                NOBODY,
                NOBODY,
                NOBODY);
    }
}
