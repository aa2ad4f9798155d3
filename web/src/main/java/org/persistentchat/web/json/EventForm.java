package org.persistentchat.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.persistentchat.event.Change;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.Message;
import org.persistentchat.event.Reaction;
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
        write(json, "events", events);
    }

    /** Writes events as the member {@code items} of a list. */
    public static void writeItems(JsonGenerator json, List<CommittedEvent> events) throws IOException {
        write(json, "items", events);
    }

    private static void write(JsonGenerator json, String member, List<CommittedEvent> events) throws IOException {
        json.writeArrayFieldStart(member);
        for (CommittedEvent event : events) {
            json.writeRawValue(event.as(EVENT));
        }
        json.writeEndArray();
    }

    private static Prepared event(RoomEvent event) {
        return new Prepared(Json.object(json -> {
            json.writeNumberField("seq", event.sequence());
            json.writeStringField("kind", event.kind().label());
            if (event.kind() != EventKind.UNKEPT && !event.account().isEmpty()) { // rules of retention are nobody
                Json.text(json, "author", event.account());
                Json.text(json, "name", event.name());
            }
            json.writeStringField("at", Timestamps.text(event.at()));
            if (event.content() instanceof Change change) {
                writeChange(json, event.kind(), change);
            } else if (event.kind() != EventKind.UNKEPT) {
                writeMessage(json, event, event.message());
            }
        }));
    }

    private static void writeMessage(JsonGenerator json, RoomEvent event, Message message) throws IOException {
        if (message.reply() != 0) {
            json.writeNumberField("reply", message.reply());
        }
        writeText(json, message);
        Message.Edited edited = message.edited();
        if (edited != null) {
            json.writeObjectFieldStart("edited");
            json.writeStringField("at", Timestamps.text(edited.at()));
            if (!edited.by().equals(event.account())) {
                Json.text(json, "by", edited.by());
            }
            json.writeEndObject();
        }
        if (message.pinned()) {
            json.writeBooleanField("pinned", true);
        }
        if (!message.reactions().isEmpty()) {
            json.writeArrayFieldStart("reactions");
            for (Reaction reaction : message.reactions()) {
                json.writeStartObject();
                writeReaction(json, reaction);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void writeText(JsonGenerator json, Message message) throws IOException {
        if (message.deleted()) {
            json.writeBooleanField("deleted", true);
            return;
        }
        if (message.title() != null) {
            Json.text(json, "title", message.title());
        }
        Json.text(json, "body", message.body());
    }

    private static void writeReaction(JsonGenerator json, Reaction reaction) throws IOException {
        Json.text(json, "emoji", reaction.emoji());
        json.writeNumberField("count", reaction.count());
        json.writeArrayFieldStart("accounts");
        for (String account : reaction.accounts()) {
            json.writeString(account);
        }
        json.writeEndArray();
    }

    private static void writeChange(JsonGenerator json, EventKind kind, Change change) throws IOException {
        json.writeNumberField("target", change.target());
        if (kind == EventKind.EDIT) {
            writeText(json, change.present());
        } else if (kind.isReaction()) {
            json.writeBooleanField("on", kind == EventKind.REACTION);
            writeReaction(json, change.reaction());
        }
    }

    private static byte[] push(EventBatch batch) {
        return Json.object(json -> {
            json.writeStringField("push", "events");
            json.writeStringField("room", batch.room().text());
            writeEvents(json, batch.events());
        });
    }
}
