package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** REST calls of one person: JSON in single quotes, changes with the ETag that holds. */
final class Rest {
    private static final String ROOT = "/api/v1";

    private final ChatServer server;
    private final String token;

    Rest(ChatServer server, String token) {
        this.server = server;
        this.token = token;
    }

    static Rest admin(ChatServer server) {
        return new Rest(server, server.adminToken());
    }

    static Rest of(ChatServer server, ChatServer.Person person) {
        return new Rest(server, person.token());
    }

    HttpResponse<String> call(String method, String path, String body) {
        return server.call(method, ROOT + path, token, body.replace('\'', '"'));
    }

    JsonNode get(String path) {
        return ChatServer.json(call("GET", path, ""), 200);
    }

    JsonNode post(String path, String body) {
        HttpResponse<String> response = call("POST", path, body);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return ChatServer.json(response.body());
    }

    String etag(String path) {
        return call("GET", path, "").headers().firstValue("ETag").orElseThrow();
    }

    /** With the given {@code If-Match}. */
    HttpResponse<String> ifMatch(String method, String path, String etag, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(ROOT + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("If-Match", etag)
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
        try {
            return server.http().send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError("No answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Changes what is there now. */
    JsonNode patch(String path, String body) {
        return ChatServer.json(ifMatch("PATCH", path, etag(path), body), 200);
    }

    void delete(String path) {
        HttpResponse<String> response = ifMatch("DELETE", path, "*", "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    /** A new category with these members besides its name; its id. */
    String newCategory(String members) {
        String body = "{'name':'Category " + UUID.randomUUID() + "'" + (members.isEmpty() ? "" : "," + members) + "}";
        return post("/categories", body).path("id").asText();
    }

    /** A new room with these members besides its name; its id. */
    String newRoom(String category, String members) {
        String body = "{'name':'Room " + UUID.randomUUID() + "','category':'" + category + "'"
                + (members.isEmpty() ? "" : "," + members) + "}";
        return post("/rooms", body).path("id").asText();
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(ChatServer.json(response.body()).path("code").asText()).isEqualTo(code);
    }
}
