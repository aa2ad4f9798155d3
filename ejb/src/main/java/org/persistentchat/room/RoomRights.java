package org.persistentchat.room;

import java.util.Set;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.Role;

/** Who may do what in a room: pure rules over a room's picture, asked at every use. Administrators administer; they do not read along. */
public final class RoomRights {
    private RoomRights() {}

    /** Whether the person is in the category's scope; deny wins. */
    public static boolean inScope(Person person, Category category) {
        return contains(category.allowed(), person) && !contains(category.denied(), person);
    }

    /** Whether the person may create rooms in the category. */
    public static boolean mayCreateRoom(Person person, Category category) {
        return person.is(Role.ADMINISTRATOR) || (inScope(person, category) && contains(category.creators(), person));
    }

    /** Whether the room exists as far as the person is concerned. */
    public static boolean mayFind(Person person, Room room) {
        return !room.disabled()
                && inScope(person, room.category())
                && (room.privacy() != Privacy.SECRET || isMember(person, room));
    }

    /** Whether the person may enter the room and read its history. */
    public static boolean mayRead(Person person, Room room) {
        return mayFind(person, room) && (room.privacy() == Privacy.OPEN || isMember(person, room));
    }

    /** Whether the person may post to the room. */
    public static boolean mayPost(Person person, Room room) {
        return mayRead(person, room) && (room.type() == RoomType.NORMAL || contains(room.presenters(), person));
    }

    /** Refuses with {@link ErrorCode#ROOM_NOT_FOUND} or {@link ErrorCode#NOT_A_MEMBER} who may not read. */
    public static void checkRead(Person person, Room room) {
        if (!mayFind(person, room)) {
            throw notFound();
        }
        if (!mayRead(person, room)) {
            throw new ChatException(ErrorCode.NOT_A_MEMBER, "Only members enter this room.");
        }
    }

    /** Refuses, besides as {@link #checkRead}, with {@link ErrorCode#NOT_A_PRESENTER} who may not post. */
    public static void checkPost(Person person, Room room) {
        checkRead(person, room);
        if (!mayPost(person, room)) {
            throw new ChatException(ErrorCode.NOT_A_PRESENTER, "Only presenters post in this room.");
        }
    }

    /** The one answer for a room that does not exist and one that the person may not know of. */
    public static ChatException notFound() {
        return new ChatException(ErrorCode.ROOM_NOT_FOUND, "There is no such room.");
    }

    private static boolean isMember(Person person, Room room) {
        return contains(room.members(), person) || contains(room.managers(), person);
    }

    private static boolean contains(Set<Principal> principals, Person person) {
        return principals.contains(Principal.of(person.id())) || principals.contains(Principal.EVERYONE);
    }
}
