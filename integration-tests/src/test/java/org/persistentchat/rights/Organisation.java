package org.persistentchat.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;

/**
 * One person of each {@link Standing}, a category of each {@link Scope}, and in each category a room of each privacy and type in which the
 * people stand as they are called. An observer, in scope everywhere and a member and presenter of all rooms, says what the others react to.
 */
final class Organisation {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChatServer server;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Standing, ChatServer.Person> people = new EnumMap<>(Standing.class);
    private final Map<Scope, String> categories = new EnumMap<>(Scope.class);
    private final Map<Standing, ChatClient> clients = new EnumMap<>(Standing.class);
    private final ChatServer.Person observer;
    private final ChatServer.Person spare;
    private final ChatClient observing;

    Organisation(ChatServer server) {
        this.server = server;
        Standing.ALL.forEach(standing -> people.put(standing, server.newPerson()));
        observer = server.newPerson();
        spare = server.newPerson();
        role(Standing.ADMINISTRATOR, "administrator");
        role(Standing.OFFICER, "compliance_officer");
        String inner = group("Inner " + unique, "person:" + of(Standing.NESTED).account());
        group("Outer " + unique, inner);
        ArrayNode all = JSON.createArrayNode();
        Standing.ALL.forEach(standing -> all.add("person:" + of(standing).account()));
        ObjectNode walled = JSON.createObjectNode().put("name", "Behind " + unique);
        walled.set("members", all);
        post("/api/v1/groups", walled.put("kind", "group").toString(), 201);
        group("Wall " + unique, "group:Behind " + unique);
        Scope.ALL.forEach(scope -> categories.put(scope, category(scope)));
        observing = ChatClient.connect(server, observer.token());
    }

    private void role(Standing standing, String role) {
        String path = "/api/v1/people/" + of(standing).account();
        String tag = server.call("GET", path, server.adminToken(), "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        ChatServer.json(
                server.call(
                        "PATCH", path, server.adminToken(), "{\"roles\":[\"" + role + "\"]}", Map.of("If-Match", tag)),
                200);
    }

    /** A group with one member; its name as a principal. */
    private String group(String name, String member) {
        ObjectNode group = JSON.createObjectNode().put("name", name).put("kind", "group");
        group.putArray("members").add(member);
        post("/api/v1/groups", group.toString(), 201);
        return "group:" + name;
    }

    private String category(Scope scope) {
        ObjectNode category = JSON.createObjectNode().put("name", scope.label() + " " + unique);
        category.putArray("creators").add("person:" + of(Standing.CREATOR).account());
        return post("/api/v1/categories", category.toString(), 201).path("id").asText();
    }

    /** Scopes are set after the rooms are there: who is outside cannot be named. */
    void close(Scope scope) {
        String access = switch (scope) {
            case INSIDE -> "";
            case OUTSIDE ->
                "{'add':{'allowed':['person:" + observer.account() + "']},'remove':{'allowed':['group:everyone']}}";
            case DENIED -> "{'add':{'denied':['group:Wall " + unique + "']}}";
        };
        if (!access.isEmpty()) {
            post("/api/v1/categories/" + categories.get(scope) + "/access", access.replace('\'', '"'), 200);
        }
    }

    /** A new room in which everybody stands as they are called; its id. */
    String room(Scope scope, String privacy, String type) {
        ObjectNode room = JSON.createObjectNode()
                .put("name", privacy + " " + type + " " + UUID.randomUUID())
                .put("category", categories.get(scope))
                .put("privacy", privacy)
                .put("type", type);
        room.putArray("members")
                .add("person:" + of(Standing.MEMBER).account())
                .add("person:" + of(Standing.PRESENTER).account())
                .add("person:" + observer.account())
                .add("group:Outer " + unique);
        room.putArray("managers").add("person:" + of(Standing.MANAGER).account());
        room.putArray("presenters")
                .add("person:" + of(Standing.PRESENTER).account())
                .add("person:" + observer.account());
        String id = post("/api/v1/rooms", room.toString(), 201).path("id").asText();
        return id;
    }

    /** The sequence of something that the observer has just said in the room. */
    long said(String room) {
        observing.enter(room);
        JsonNode answer = observing.post(room, UUID.randomUUID().toString(), "Something to react to");
        long sequence = answer.path("ok").path("seq").asLong();
        if (sequence < 1) {
            throw new AssertionError("The observer could not speak: " + answer);
        }
        return sequence;
    }

    ChatServer.Person of(Standing standing) {
        return Objects.requireNonNull(people.get(standing));
    }

    /** Somebody of no standing, to be named in lists. */
    ChatServer.Person spare() {
        return spare;
    }

    String category(Scope scope, String absent) {
        return categories.getOrDefault(scope, absent);
    }

    ChatClient client(Standing standing) {
        return clients.computeIfAbsent(
                standing, any -> ChatClient.connect(server, of(standing).token()));
    }

    private JsonNode post(String path, String body, int status) {
        return ChatServer.json(server.call("POST", path, server.adminToken(), body), status);
    }
}
