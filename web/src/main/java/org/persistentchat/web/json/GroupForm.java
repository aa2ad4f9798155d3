package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.persistentchat.principal.GroupDetails;
import org.persistentchat.principal.GroupMember;

/** Groups as administrators see them. */
public final class GroupForm {
    private GroupForm() {}

    /** Writes the members of the JSON object of a group. */
    public static void writeGroup(JsonGenerator json, GroupDetails group) throws IOException {
        json.writeStringField("id", group.id());
        json.writeStringField("kind", group.group().kind().name().toLowerCase(Locale.ROOT));
        Json.text(json, "name", group.group().name());
        Json.text(json, "description", group.description());
        json.writeStringField("source", group.source().label());
        json.writeNumberField("members", group.members());
        json.writeStringField("createdAt", Timestamps.text(group.createdAt()));
        json.writeStringField("changedAt", Timestamps.text(group.changedAt()));
    }

    /** Writes somebody who is named in a group, as an object. */
    public static void writeMember(JsonGenerator json, GroupMember member) throws IOException {
        json.writeStartObject();
        Json.text(json, "principal", member.label());
        Json.text(json, "name", member.name());
        json.writeEndObject();
    }
}
