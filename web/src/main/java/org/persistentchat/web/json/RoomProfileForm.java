package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.persistentchat.identity.Person;
import org.persistentchat.room.AddIn;
import org.persistentchat.room.RoomDetails;
import org.persistentchat.room.RoomProfile;

/** Rooms with their settings. */
public final class RoomProfileForm {
    private RoomProfileForm() {}

    /** Writes the members of a room: its card, and its settings. */
    public static void write(JsonGenerator json, RoomProfile profile) throws IOException {
        RoomDetails details = profile.card().room().details();
        RoomForm.writeCard(json, profile.card());
        json.writeStringField("invitations", details.invitations().label());
        json.writeBooleanField("disabled", profile.card().room().disabled());
        json.writeBooleanField("mayManage", profile.mayManage());
        json.writeArrayFieldStart("addIns");
        for (AddIn addIn : profile.addIns()) {
            json.writeStartObject();
            writeAddIn(json, addIn);
            json.writeEndObject();
        }
        json.writeEndArray();
        writePerson(json, "createdBy", profile.createdBy());
        json.writeStringField("createdAt", Timestamps.text(details.createdAt()));
        writePerson(json, "changedBy", profile.changedBy());
        json.writeStringField("changedAt", Timestamps.text(details.changedAt()));
    }

    /** Writes the members of an add-in. */
    public static void writeAddIn(JsonGenerator json, AddIn addIn) throws IOException {
        json.writeStringField("id", addIn.id().text());
        Json.text(json, "name", addIn.name());
        Json.text(json, "url", addIn.url());
    }

    private static void writePerson(JsonGenerator json, String member, @Nullable Person person) throws IOException {
        if (person != null) {
            json.writeObjectFieldStart(member);
            Json.text(json, "account", person.account());
            Json.text(json, "name", person.name());
            json.writeEndObject();
        }
    }
}
