package org.persistentchat.loadtest.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The commands of the protocol, done in memory. Everything that a client sends is held against the protocol first. */
final class FakeCommands {
    private static final ProtocolSchemas SCHEMAS = new ProtocolSchemas();

    private final FakeChat chat;
    private final FakeConnection connection;

    FakeCommands(FakeChat chat, FakeConnection connection) {
        this.chat = chat;
        this.connection = connection;
    }

    void take(String text) {
        synchronized (chat) {
            JsonNode command = parse(text);
            chat.protocolErrors().addAll(SCHEMAS.complaints("client-command.json", text));
            Faults.Reaction reaction = chat.faults().reaction(connection.person.account(), command);
            ObjectNode reply = FakeRoom.JSON.createObjectNode();
            reply.put("id", command.path("id").asLong());
            if (reaction == Faults.Reaction.BUSY) {
                reply.set("error", error("BUSY", 106, true));
            } else {
                answer(command, reply);
            }
            if (reaction == Faults.Reaction.DO_AND_CUT) {
                connection.cut();
            } else if (reaction != Faults.Reaction.DO_AND_KEEP_SILENT) {
                connection.send(reply.toString());
            }
        }
    }

    private static JsonNode parse(String text) {
        try {
            return FakeRoom.JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            return FakeRoom.JSON.createObjectNode();
        }
    }

    private void answer(JsonNode command, ObjectNode reply) {
        String name = command.path("do").asText();
        if (name.equals("ping")) {
            reply.putObject("ok").put("time", "2026-11-24T08:30:00.123Z");
            return;
        }
        if (name.equals("resume")) {
            ArrayNode answers = reply.putObject("ok").putArray("rooms");
            command.path("rooms").forEach(asked -> answers.add(resume(asked)));
            return;
        }
        FakeRoom room = chat.rooms.get(command.path("room").asText());
        if (room == null) {
            reply.set("error", error("ROOM_NOT_FOUND", 200, false));
            return;
        }
        switch (name) {
            case "enter" -> reply.set("ok", enter(room, command.path("history").asInt(30)));
            case "leave" -> {
                leave(room);
                reply.putObject("ok");
            }
            case "post" -> post(room, command, reply);
            case "history" -> reply.set("ok", history(room, command));
            case "mark" -> mark(room, command, reply);
            default -> reply.set("error", error("UNKNOWN_COMMAND", 102, false));
        }
    }

    private ObjectNode enter(FakeRoom room, int history) {
        if (room.inside.add(connection)) {
            chat.archive("JOIN", room, connection.person, 0, "");
        }
        ObjectNode ok = FakeRoom.JSON.createObjectNode();
        ok.set("room", room.describe());
        ok.put("last", room.last()).put("marker", 0).put("unread", room.last()).put("mentions", 0);
        ok.set("events", room.before(Long.MAX_VALUE, history));
        return ok;
    }

    private static void mark(FakeRoom room, JsonNode command, ObjectNode reply) {
        long sequence = command.path("seq").asLong();
        reply.putObject("ok")
                .put("seq", sequence)
                .put("last", room.last())
                .put("unread", 0)
                .put("mentions", 0);
    }

    void leave(FakeRoom room) {
        if (room.inside.remove(connection)) {
            chat.archive("PART", room, connection.person, 0, "");
        }
    }

    private void post(FakeRoom room, JsonNode command, ObjectNode reply) {
        if (!room.inside.contains(connection)) {
            reply.set("error", error("NOT_ENTERED", 203, false));
            return;
        }
        String body = command.path("body").asText();
        if (body.isBlank()) {
            reply.set("error", error("MESSAGE_EMPTY", 300, false));
            return;
        }
        String key = connection.person.account() + " " + command.path("key").asText();
        ObjectNode known = room.byKey.get(key);
        if (known == null) {
            known = room.append(connection.person, body);
            room.byKey.put(key, known);
            publish(chat, room, known);
        }
        reply.set("ok", room.posted(known));
    }

    static void publish(FakeChat chat, FakeRoom room, ObjectNode event) {
        FakePerson author = chat.people.get(event.path("author").asText());
        if (author != null) {
            chat.archive(
                    "POST",
                    room,
                    author,
                    event.path("seq").asLong(),
                    event.path("body").asText());
        }
        room.inside.forEach(member -> member.push(room, event));
    }

    private static ObjectNode history(FakeRoom room, JsonNode command) {
        int limit = command.path("limit").asInt(50);
        ArrayNode events = command.has("after")
                ? room.after(command.path("after").asLong(), limit)
                : room.before(command.path("before").asLong(Long.MAX_VALUE), limit);
        ObjectNode ok = FakeRoom.JSON.createObjectNode().put("last", room.last());
        ok.set("events", events);
        return ok;
    }

    private ObjectNode resume(JsonNode asked) {
        String id = asked.path("room").asText();
        long after = asked.path("after").asLong();
        ObjectNode answer = FakeRoom.JSON.createObjectNode().put("room", id);
        FakeRoom room = chat.rooms.get(id);
        if (room == null) {
            answer.set("error", error("ROOM_NOT_FOUND", 200, false));
            return answer;
        }
        if (chat.faults().refusesToResume(id)) {
            answer.set("error", error("UNAVAILABLE", 105, true));
            return answer;
        }
        var unused = enter(room, 0);
        ArrayNode rest = room.after(after, Integer.MAX_VALUE);
        boolean reset = rest.size() > chat.faults().resumeEvents() || after > room.last();
        answer.put("last", room.last());
        answer.set("events", reset ? FakeRoom.JSON.createArrayNode() : rest);
        if (reset) {
            answer.put("reset", true);
        }
        return answer;
    }

    private static ObjectNode error(String code, int number, boolean retry) {
        return FakeRoom.JSON
                .createObjectNode()
                .put("code", code)
                .put("number", number)
                .put("retry", retry)
                .put("message", code);
    }
}
