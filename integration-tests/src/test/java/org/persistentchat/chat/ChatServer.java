package org.persistentchat.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.persistentchat.protocol.RestSchemas;

/** The server under test, and what tests need of its REST interface. Its address is in the system property {@value #ADDRESS}. */
public final class ChatServer {
    public static final String ADDRESS = "persistentchat.address";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RestSchemas ANSWERS = RestSchemas.ofWorkingCopy();
    static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of everybody that a test makes. */
    public static final String PASSWORD = "a-long-enough-password";

    /** Of {@link #PASSWORD}, of the lowest cost: a hash of the usual cost for each person and each sign-in would be most of what many tests cost. */
    public static final String PASSWORD_HASH = "$2y$04$AAf/DZJ9mg8DM1POs3iOCu5rSEixDEWBCHsuiELPRzrkCLNAyI1Q6";

    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable String adminToken;

    /** The server that ordinary tests share. */
    public ChatServer() {
        this(URI.create(Objects.requireNonNull(
                System.getProperty(ADDRESS), "The test class lacks @OnSharedServer, which sets " + ADDRESS)));
    }

    /** A server of the test's own. */
    public ChatServer(URI address) {
        this.address = URI.create(address.toString().replaceFirst("/$", ""));
    }

    URI address() {
        return address;
    }

    HttpClient http() {
        return http;
    }

    /** A call of the REST interface; {@code token} may be null, an empty body is no body. */
    public HttpResponse<String> call(String method, String path, @Nullable String token, String body) {
        return call(method, path, token, body, Map.of());
    }

    /** A call with headers besides. */
    public HttpResponse<String> call(
            String method, String path, @Nullable String token, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            ANSWERS.check(method, path, answer.statusCode(), answer.body());
            return answer;
        } catch (IOException unreachable) {
            throw new AssertionError("No answer from " + address, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Signed in once: a sign-in costs a password hash. */
    public synchronized String adminToken() {
        if (adminToken == null) {
            adminToken = token("admin", "admin-demo");
        }
        return adminToken;
    }

    /** Signs in. */
    public String token(String account, String password) {
        String body = JSON.createObjectNode()
                .put("account", account)
                .put("password", password)
                .toString();
        return json(call("POST", "/api/v1/tokens", null, body), 201)
                .path("token")
                .asText();
    }

    /** A new person, signed in. */
    public Person newPerson() {
        String account = "p-" + UUID.randomUUID();
        String name = "Person " + account;
        String email = account + "@persons.example";
        String body = JSON.createObjectNode()
                .put("account", account)
                .put("name", name)
                .put("email", email)
                .put("passwordHash", PASSWORD_HASH)
                .toString();
        json(call("POST", "/api/v1/people", adminToken(), body), 201);
        return new Person(account, name, email, token(account, PASSWORD));
    }

    /** A new room in a category that everybody may use, with nobody as its member but those named; its id. */
    public String newRoom(String privacy, String... members) {
        String admin = adminToken();
        var body = JSON.createObjectNode()
                .put("name", "Room " + UUID.randomUUID())
                .put("category", openCategory(admin))
                .put("privacy", privacy);
        var list = body.putArray("members");
        for (String member : members) {
            list.add("person:" + member);
        }
        return json(call("POST", "/api/v1/rooms", admin, body.toString()), 201)
                .path("id")
                .asText();
    }

    /** Of the demonstration; other tests make categories that not everybody may use, and the list is by name. */
    private String openCategory(String admin) {
        for (JsonNode category : json(call("GET", "/api/v1/categories?limit=200", admin, ""), 200)
                .path("items")) {
            if (category.path("name").asText().equals("Company")) {
                return category.path("id").asText();
            }
        }
        throw new AssertionError("There is no category of the demonstration");
    }

    /** Waits until this server knows a room that was made at another, and with it the people who were made there before. */
    public void awaitRoom(String room) {
        Awaitility.await("the room " + room + " at " + address)
                .atMost(SOON)
                .until(() ->
                        call("GET", "/api/v1/rooms/" + room, adminToken(), "").statusCode() == 200);
    }

    /** The room as its members see it. */
    public JsonNode room(String room) {
        return json(call("GET", "/api/v1/rooms/" + room, adminToken(), ""), 200);
    }

    public static JsonNode json(HttpResponse<String> response, int expectedStatus) {
        if (response.statusCode() != expectedStatus) {
            throw new AssertionError(
                    response.request() + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response.body());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + text, notJson);
        }
    }

    /** Somebody who is signed in. */
    public record Person(String account, String name, String email, String token) {}
}
