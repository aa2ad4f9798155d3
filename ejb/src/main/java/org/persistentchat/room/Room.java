package org.persistentchat.room;

import org.persistentchat.principal.PrincipalSet;

/**
 * A room with all that decides who may do what in it: an immutable picture of what is stored.
 *
 * @param version rises with every change
 */
public record Room(
        RoomId id,
        String name,
        String description,
        Category category,
        Privacy privacy,
        RoomType type,
        boolean disabled,
        PrincipalSet members,
        PrincipalSet managers,
        PrincipalSet presenters,
        int version) {

    /** The same room in another picture of its category. */
    Room in(Category now) {
        return new Room(id, name, description, now, privacy, type, disabled, members, managers, presenters, version);
    }
}
