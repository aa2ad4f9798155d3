package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.persistentchat.room.Category;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomCard;
import org.persistentchat.room.RoomPosition;

/** Rooms and their categories as clients see them. */
public final class RoomForm {
    private RoomForm() {}

    /** Writes the members of a room as one person sees it. */
    public static void writeRoom(JsonGenerator json, RoomCard card) throws IOException {
        Room room = card.room();
        json.writeStringField("id", room.id().text());
        Json.text(json, "name", room.name());
        Json.text(json, "description", room.description());
        json.writeObjectFieldStart("category");
        writeCategoryName(json, room.category());
        json.writeEndObject();
        json.writeStringField("privacy", room.privacy().label());
        json.writeStringField("type", room.type().label());
        json.writeBooleanField("mayPost", card.mayPost());
    }

    /** Writes the members of a room in a list: the room, and how far the person has read it. */
    public static void writeCard(JsonGenerator json, RoomCard card) throws IOException {
        writeRoom(json, card);
        writePosition(json, card.position());
    }

    /** Writes how far a room is, how far the person has read it and what is unread. */
    public static void writePosition(JsonGenerator json, RoomPosition position) throws IOException {
        json.writeNumberField("last", position.last());
        json.writeNumberField("marker", position.marker());
        writeCounts(json, position);
    }

    /** Writes what is unread. */
    public static void writeCounts(JsonGenerator json, RoomPosition position) throws IOException {
        json.writeNumberField("unread", position.unread());
        json.writeNumberField("mentions", position.mentions());
    }

    /** Writes the members of a category. Whom it allows and denies is for those who administer it, and is not among them. */
    public static void writeCategory(JsonGenerator json, Category category) throws IOException {
        writeCategoryName(json, category);
        Json.text(json, "description", category.description());
        json.writeBooleanField("invitations", category.invitations());
        json.writeBooleanField("fileUpload", category.fileUpload());
        json.writeBooleanField("chatHistory", category.chatHistory());
    }

    private static void writeCategoryName(JsonGenerator json, Category category) throws IOException {
        json.writeStringField("id", category.id().text());
        Json.text(json, "name", category.name());
    }
}
