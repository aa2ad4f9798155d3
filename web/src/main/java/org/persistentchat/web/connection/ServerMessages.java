package org.persistentchat.web.connection;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.persistentchat.config.LimitValues;
import org.persistentchat.error.ChatException;
import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.NotifyReason;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.web.json.ErrorForm;
import org.persistentchat.web.json.InvitationForm;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.LimitsForm;
import org.persistentchat.web.json.RoomForm;

/** The envelopes of what the server sends. */
final class ServerMessages {
    private ServerMessages() {}

    /** A reply whose {@code ok} has the members that {@code form} writes. */
    static <T> byte[] ok(long id, AnswerForm<T> form, T answer) {
        return Json.object(json -> {
            json.writeNumberField("id", id);
            json.writeObjectFieldStart("ok");
            form.write(json, answer);
            json.writeEndObject();
        });
    }

    /** A reply that refuses, or the push {@code error} if the command's id is not known (0). */
    static byte[] error(long id, ChatException reason) {
        return Json.object(json -> {
            if (id > 0) {
                json.writeNumberField("id", id);
            } else {
                json.writeStringField("push", "error");
            }
            ErrorForm.writeError(json, reason);
        });
    }

    static byte[] marker(RoomId room, RoomPosition now) {
        return Json.object(json -> {
            json.writeStringField("push", "marker");
            json.writeStringField("room", room.text());
            json.writeNumberField("seq", now.marker());
            json.writeNumberField("last", now.last());
            RoomForm.writeCounts(json, now);
        });
    }

    static byte[] activity(RoomId room, RoomPosition now) {
        return Json.object(json -> {
            json.writeStringField("push", "activity");
            json.writeStringField("room", room.text());
            RoomForm.writePosition(json, now);
        });
    }

    static byte[] notify(RoomId room, long sequence, NotifyReason reason) {
        return Json.object(json -> {
            json.writeStringField("push", "notify");
            json.writeStringField("room", room.text());
            json.writeNumberField("seq", sequence);
            json.writeStringField("reason", reason.label());
        });
    }

    static byte[] follow(RoomId room, FollowLevel level) {
        return Json.object(json -> {
            json.writeStringField("push", "follow");
            json.writeStringField("room", room.text());
            json.writeStringField("level", level.label());
        });
    }

    static byte[] limits(LimitValues values) {
        return Json.object(json -> {
            json.writeStringField("push", "limits");
            LimitsForm.writeLimits(json, values);
        });
    }

    static byte[] invitation(InvitationView invitation) {
        return Json.object(json -> {
            json.writeStringField("push", "invitation");
            InvitationForm.write(json, invitation);
        });
    }

    static byte[] left(RoomId room, ChatException reason) {
        return Json.object(json -> {
            json.writeStringField("push", "left");
            json.writeStringField("room", room.text());
            ErrorForm.writeError(json, reason);
        });
    }

    /** Where to come back: addresses of servers that take clients; none where all have the address of a load balancer. */
    static byte[] elsewhere(List<String> servers) {
        return Json.object(json -> {
            json.writeStringField("push", "elsewhere");
            json.writeArrayFieldStart("servers");
            for (String server : servers) {
                json.writeString(server);
            }
            json.writeEndArray();
        });
    }

    /** Writes the members of an answer. */
    @FunctionalInterface
    interface AnswerForm<T> {
        void write(JsonGenerator json, T answer) throws IOException;
    }
}
