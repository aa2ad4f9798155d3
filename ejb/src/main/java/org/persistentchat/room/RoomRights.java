package org.persistentchat.room;

import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.Role;
import org.persistentchat.principal.PrincipalSet;
import org.persistentchat.principal.Subject;

/** Who may do what in a room: pure rules over a room's picture, asked at every use. Administrators administer; they do not read along. */
public final class RoomRights {
    private RoomRights() {}

    /** Whether the person is in the category's scope; deny wins. */
    public static boolean inScope(Subject who, Category category) {
        return contains(category.allowed(), who) && !contains(category.denied(), who);
    }

    /** Whether the person may create rooms in the category. */
    public static boolean mayCreateRoom(Subject who, Category category) {
        return who.is(Role.ADMINISTRATOR) || (inScope(who, category) && contains(category.creators(), who));
    }

    /** Whether the room exists as far as the person is concerned. */
    public static boolean mayFind(Subject who, Room room) {
        return !room.disabled()
                && inScope(who, room.category())
                && (room.privacy() != Privacy.SECRET || isMember(who, room));
    }

    /** Whether the person may enter the room and read its history. */
    public static boolean mayRead(Subject who, Room room) {
        return mayFind(who, room) && (room.privacy() == Privacy.OPEN || isMember(who, room));
    }

    /** Whether the person may post to the room. */
    public static boolean mayPost(Subject who, Room room) {
        return mayRead(who, room) && (room.type() == RoomType.NORMAL || contains(room.presenters(), who));
    }

    /** Whether the person may change the room and its lists. */
    public static boolean mayManage(Subject who, Room room) {
        return who.is(Role.ADMINISTRATOR) || (inScope(who, room.category()) && contains(room.managers(), who));
    }

    /** Refuses with {@link ErrorCode#ROOM_NOT_FOUND} or {@link ErrorCode#NOT_A_MEMBER} who may not read. */
    public static void checkRead(Subject who, Room room) {
        if (!mayFind(who, room)) {
            throw notFound();
        }
        if (!mayRead(who, room)) {
            throw new ChatException(ErrorCode.NOT_A_MEMBER, "Only members enter this room.");
        }
    }

    /** Refuses, besides as {@link #checkRead}, with {@link ErrorCode#NOT_A_PRESENTER} who may not post. */
    public static void checkPost(Subject who, Room room) {
        checkRead(who, room);
        if (!mayPost(who, room)) {
            throw new ChatException(ErrorCode.NOT_A_PRESENTER, "Only presenters post in this room.");
        }
    }

    /** Whether the person sees the room's card: those who find it, and those who may change it though nobody finds it. */
    public static boolean maySee(Subject who, Room room) {
        return mayFind(who, room) || mayManage(who, room);
    }

    /** Refuses who may not change the room. */
    public static void checkManage(Subject who, Room room) {
        if (!maySee(who, room)) {
            throw notFound();
        }
        if (!mayManage(who, room)) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Only managers of the room and administrators do this.");
        }
    }

    /** Whether the person is a member by what the lists say: named as member or manager, also through a group. */
    public static boolean isMember(Subject who, Room room) {
        return contains(room.members(), who) || contains(room.managers(), who);
    }

    /** The one answer for a room that does not exist and one that the person may not know of. */
    public static ChatException notFound() {
        return new ChatException(ErrorCode.ROOM_NOT_FOUND, "There is no such room.");
    }

    /** Whether the room names the person as member, manager or presenter, also through groups; says nothing about the scope. */
    public static boolean isNamed(Subject who, Room room) {
        return isMember(who, room) || contains(room.presenters(), who);
    }

    private static boolean contains(PrincipalSet principals, Subject who) {
        return principals.containsAny(who.memberships());
    }
}
