package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.persistentchat.trail.AuditEntry;

/** Entries of the audit log as JSON. */
public final class AuditForm {
    private AuditForm() {}

    /** One entry as an object. */
    public static void writeEntry(JsonGenerator json, AuditEntry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.position().text());
        json.writeStringField("at", Timestamps.text(entry.at()));
        Json.text(json, "actor", entry.actorAccount());
        Json.text(json, "from", entry.origin());
        json.writeStringField("action", entry.action());
        json.writeObjectFieldStart("subject");
        json.writeStringField("kind", entry.subject().kind());
        Json.text(json, "id", entry.subject().id());
        Json.text(json, "name", entry.subject().name());
        json.writeEndObject();
        if (entry.before() != null) {
            json.writeFieldName("before");
            json.writeRawValue(entry.before());
        }
        if (entry.after() != null) {
            json.writeFieldName("after");
            json.writeRawValue(entry.after());
        }
        json.writeEndObject();
    }
}
