package org.persistentchat.web.rest;

import java.util.List;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.AddInId;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.InvitationPolicy;
import org.persistentchat.room.NewRoom;
import org.persistentchat.room.Privacy;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomType;

/** Rooms, and ids of what they refer to, in requests. An id that can be none is one of nothing. */
final class RoomBody {
    private RoomBody() {}

    /** A room to be created. */
    static NewRoom room(Body body) {
        return new NewRoom(
                body.text("name"),
                body.text("description", ""),
                category(body.text("category")),
                body.constant("privacy", Privacy.CLOSED),
                body.constant("type", RoomType.NORMAL),
                body.constant("invitations", InvitationPolicy.INHERIT),
                addIns(body.texts("addIns", List.of())),
                body.texts("members", List.of()),
                body.texts("managers", List.of()),
                body.texts("presenters", List.of()));
    }

    static RoomId id(String text) {
        return RoomId.parse(text)
                .orElseThrow(() -> new ChatException(ErrorCode.ROOM_NOT_FOUND, "There is no such room."));
    }

    static CategoryId category(String text) {
        return CategoryId.parse(text)
                .orElseThrow(() -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."));
    }

    static List<AddInId> addIns(List<String> texts) {
        return texts.stream().map(RoomBody::addIn).toList();
    }

    static AddInId addIn(String text) {
        return AddInId.parse(text)
                .orElseThrow(() -> new ChatException(ErrorCode.ADD_IN_NOT_FOUND, "There is no such add-in."));
    }
}
