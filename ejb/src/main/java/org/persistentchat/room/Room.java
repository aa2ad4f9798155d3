package org.persistentchat.room;

import java.time.Instant;
import java.util.List;
import org.persistentchat.identity.PersonId;
import org.persistentchat.principal.PrincipalSet;

/**
 * A room with all that decides who may do what in it: an immutable picture of what is stored.
 *
 * @param version rises with every change of the room itself; not with changes of its lists, which are added to and removed from by many at once
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
        int version,
        RoomDetails details) {

    /** A room of whose details nothing is known. */
    public Room(
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
        this(
                id,
                name,
                description,
                category,
                privacy,
                type,
                disabled,
                members,
                managers,
                presenters,
                version,
                RoomDetails.created(InvitationPolicy.INHERIT, List.of(), new PersonId(0), Instant.EPOCH));
    }

    /** The same room in another picture of its category. */
    Room in(Category now) {
        return new Room(
                id, name, description, now, privacy, type, disabled, members, managers, presenters, version, details);
    }

    /** The same room in another category. */
    Room moved(Category to, RoomDetails now) {
        return new Room(
                id, name, description, to, privacy, type, disabled, members, managers, presenters, version, now);
    }

    /** The list of one of the relations that a room has. */
    public PrincipalSet list(Relation relation) {
        return switch (relation) {
            case MEMBER -> members;
            case MANAGER -> managers;
            case PRESENTER -> presenters;
            default -> throw new IllegalArgumentException("A room has no list " + relation);
        };
    }

    /** Whether people who are made members are told. */
    public boolean invites() {
        return category.invitations() && details.invitations() == InvitationPolicy.INHERIT;
    }
}
