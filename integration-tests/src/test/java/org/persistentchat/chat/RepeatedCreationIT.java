package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** A creation that is sent again with its key gives the first answer, and makes no second thing. */
@OnSharedServer
class RepeatedCreationIT {
    private static final ChatServer SERVER = new ChatServer();

    private final String key = UUID.randomUUID().toString();
    private final String name = "Once " + UUID.randomUUID();

    private static HttpRequest request(String key, String path, String body) {
        return HttpRequest.newBuilder(SERVER.address().resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + SERVER.adminToken())
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        return SERVER.http().send(request(key, path, body), BodyHandlers.ofString());
    }

    private String room() {
        String category = ChatServer.json(SERVER.call("GET", "/api/v1/categories", SERVER.adminToken(), ""), 200)
                .at("/items/0/id")
                .asText();
        return "{\"name\":\"" + name + "\",\"category\":\"" + category + "\"}";
    }

    private int entries() {
        String path = "/api/v1/audit?subject=room:" + name.replace(" ", "%20");
        return ChatServer.json(SERVER.call("GET", path, SERVER.adminToken(), ""), 200)
                .path("items")
                .size();
    }

    @Test
    void aPurgeThatIsSentAgainIsOnePurge() throws Exception {
        String room = SERVER.newRoom("open");
        String path = "/api/v1/rooms/" + room + "/purge";
        String body = "{\"before\":\"2026-01-01T00:00:00Z\"}";
        HttpResponse<String> first = send(path, body);
        HttpResponse<String> second = send(path, body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void theSecondAnswerIsTheFirst() throws Exception {
        HttpResponse<String> first = send("/api/v1/rooms", room());
        HttpResponse<String> second = send("/api/v1/rooms", room());

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void theRoomIsThereWhenItsCreationIsAnswered() throws Exception {
        String id =
                ChatServer.json(send("/api/v1/rooms", room()), 201).path("id").asText();
        JsonNode mine = ChatServer.json(SERVER.call("GET", "/api/v1/rooms/" + id, SERVER.adminToken(), ""), 200);
        assertThat(mine.path("name").asText()).isEqualTo(name);
    }

    @Test
    void manyAtTheSameMomentMakeOneThing() {
        String body = room();
        List<CompletableFuture<HttpResponse<String>>> all = Stream.generate(
                        () -> SERVER.http().sendAsync(request(key, "/api/v1/rooms", body), BodyHandlers.ofString()))
                .limit(8)
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).toList())
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201))
                .extracting(HttpResponse::body)
                .containsOnly(all.get(0).join().body());
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() throws Exception {
        send("/api/v1/rooms", room());
        JsonNode problem = ChatServer.json(send("/api/v1/rooms", room().replace("Once", "Twice")), 422);
        assertThat(problem.path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRefusedCreationDoesNotUseItsKeyUp() throws Exception {
        ChatServer.json(send("/api/v1/rooms", room().replace(name, "")), 400);
        ChatServer.json(send("/api/v1/rooms", room()), 201);
    }

    @Test
    void theKeyOfOnePersonIsNotThatOfAnother() throws Exception {
        String account = "i-" + UUID.randomUUID();
        String body = "{\"account\":\"" + account + "\",\"name\":\"I\"}";
        ChatServer.json(send("/api/v1/people", body), 201);
        HttpRequest other = HttpRequest.newBuilder(SERVER.address().resolve("/api/v1/people"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + SERVER.newPerson().token())
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        ChatServer.json(SERVER.http().send(other, BodyHandlers.ofString()), 403);
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        HttpRequest request = request("k".repeat(256), "/api/v1/rooms", room());
        JsonNode problem = ChatServer.json(SERVER.http().send(request, BodyHandlers.ofString()), 400);
        assertThat(problem.path("code").asText()).isEqualTo("INVALID_FIELD");
    }
}
