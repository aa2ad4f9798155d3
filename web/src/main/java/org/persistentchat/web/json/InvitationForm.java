package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.Room;

/** Invitations as JSON. */
public final class InvitationForm {
    private InvitationForm() {}

    /** Writes the members of an invitation. */
    public static void write(JsonGenerator json, InvitationView invitation) throws IOException {
        Room room = invitation.room();
        json.writeObjectFieldStart("room");
        json.writeStringField("id", room.id().text());
        Json.text(json, "name", room.name());
        json.writeEndObject();
        json.writeObjectFieldStart("by");
        Json.text(json, "account", invitation.by().account());
        Json.text(json, "name", invitation.by().name());
        json.writeEndObject();
        json.writeStringField("at", Timestamps.text(invitation.at()));
    }
}
