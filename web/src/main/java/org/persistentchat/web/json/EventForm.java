package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.Rendering;
import org.persistentchat.event.RoomEvent;

/** Events as clients see them. An event is encoded once per server, for pushes, pages of history and resumes alike. */
public final class EventForm {
    private static final Rendering<RoomEvent, Prepared> EVENT = EventForm::event;
    private static final Rendering<EventBatch, byte[]> PUSH = EventForm::push;

    private EventForm() {}

    /** The push of a batch: one array of bytes, shared by all connections. */
    public static byte[] pushOf(EventBatch batch) {
        return batch.as(PUSH);
    }

    /** Writes the member {@code events}. */
    public static void writeEvents(JsonGenerator json, List<CommittedEvent> events) throws IOException {
        json.writeArrayFieldStart("events");
        for (CommittedEvent event : events) {
            json.writeRawValue(event.as(EVENT));
        }
        json.writeEndArray();
    }

    private static Prepared event(RoomEvent event) {
        return new Prepared(Json.object(json -> {
            json.writeNumberField("seq", event.sequence());
            json.writeStringField("kind", event.kind().label());
            Json.text(json, "author", event.account());
            Json.text(json, "name", event.name());
            json.writeStringField("at", Timestamps.text(event.at()));
            Json.text(json, "body", event.body());
        }));
    }

    private static byte[] push(EventBatch batch) {
        return Json.object(json -> {
            json.writeStringField("push", "events");
            json.writeStringField("room", batch.room().text());
            writeEvents(json, batch.events());
        });
    }
}
