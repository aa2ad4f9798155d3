package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The REST calls that belong to the protocol. Calls block. Signing in and reading are repeated at the next server while none answers; creating is
 * not, because nobody knows whether the first attempt was done.
 */
public final class ChatRest {
    private static final int PEOPLE_PER_CALL = 1_000;

    private final HttpCalls calls;

    /** {@code patience}: how long calls that may be repeated wait for a server that does not answer. */
    public ChatRest(List<ChatServer> servers, Duration patience) {
        this.calls = new HttpCalls(servers, patience);
    }

    /** Signs in; returns the token. */
    public String signIn(String account, String password) {
        ObjectNode body = Json.object().put("account", account).put("password", password);
        return calls.repeatable("POST", "/tokens", null, body).path("token").asText();
    }

    /** Revokes the token; its connections end with 4401. */
    public void signOut(String token) {
        calls.once("DELETE", "/tokens/current", token, null);
    }

    /** A ticket for one WebSocket handshake of a browser. */
    public String ticket(String token) {
        return calls.once("POST", "/tickets", token, null).path("ticket").asText();
    }

    /** The own person, as the server tells it. */
    public JsonNode me(String token) {
        return calls.repeatable("GET", "/people/me", token, null);
    }

    /** Creates people in bulk; those that exist already are left alone. Returns how many were created. */
    public int createPeople(String token, List<NewPerson> people) {
        int created = 0;
        for (int from = 0; from < people.size(); from += PEOPLE_PER_CALL) {
            ArrayNode body = Json.array();
            for (NewPerson person : people.subList(from, Math.min(people.size(), from + PEOPLE_PER_CALL))) {
                ObjectNode each =
                        body.addObject().put("account", person.account()).put("name", person.name());
                if (!person.passwordHash().isEmpty()) {
                    each.put("passwordHash", person.passwordHash());
                }
            }
            created += calls.repeatable("POST", "/people?existing=skip", token, body)
                    .path("created")
                    .asInt();
        }
        return created;
    }

    /** The id of the category of that name, if the person sees it. */
    public Optional<String> category(String token, String name) {
        for (JsonNode category :
                calls.repeatable("GET", "/categories", token, null).path("items")) {
            if (name.equals(category.path("name").asText())) {
                return Optional.of(category.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** Creates a category that everyone may use; returns its id. */
    public String createCategory(String token, String name) {
        return calls.once("POST", "/categories", token, Json.object().put("name", name))
                .path("id")
                .asText();
    }

    /** Creates a room; returns its id. */
    public String createRoom(String token, NewRoom room) {
        ObjectNode body = Json.object()
                .put("name", room.name())
                .put("category", room.category())
                .put("privacy", room.privacy());
        if (!room.members().isEmpty()) {
            ArrayNode members = body.putArray("members");
            room.members().forEach(members::add);
        }
        return calls.once("POST", "/rooms", token, body).path("id").asText();
    }

    /** The rooms whose names contain {@code name}, as the server tells them; the first 500. */
    public List<JsonNode> rooms(String token, String name) {
        String query = "?limit=500&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        ArrayNode found = Json.array();
        calls.repeatable("GET", "/rooms" + query, token, null).path("items").forEach(found::add);
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    /** One room, as the server tells it, with {@code last} and {@code marker}. */
    public JsonNode room(String token, String id) {
        return calls.repeatable("GET", "/rooms/" + URLEncoder.encode(id, StandardCharsets.UTF_8), token, null);
    }
}
