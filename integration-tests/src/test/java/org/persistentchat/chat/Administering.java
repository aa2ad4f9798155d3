package org.persistentchat.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls that change things, as somebody; bodies are given in single quotes. */
final class Administering {
    private static final String ANY = "*";

    private final ChatServer server;
    private final String token;

    Administering(ChatServer server, String token) {
        this.server = server;
        this.token = token;
    }

    /** Asks with an If-Match; an empty one is none. */
    HttpResponse<String> ask(String method, String path, String ifMatch, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
        if (!ifMatch.isEmpty()) {
            request.header("If-Match", ifMatch);
        }
        try {
            return server.http().send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError("No answer from " + server.address(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    JsonNode get(String path) {
        return ChatServer.json(ask("GET", path, "", ""), 200);
    }

    JsonNode get(String path, int status) {
        return ChatServer.json(ask("GET", path, "", ""), status);
    }

    JsonNode post(String path, String body, int status) {
        return ChatServer.json(ask("POST", path, "", body), status);
    }

    /** Changes whatever it is now. */
    JsonNode patch(String path, String body, int status) {
        return ChatServer.json(ask("PATCH", path, ANY, body), status);
    }

    /** Deletes whatever it is now, and gives the code of the refusal, or nothing. */
    String delete(String path) {
        HttpResponse<String> answer = ask("DELETE", path, ANY, "");
        return answer.statusCode() == 204
                ? ""
                : ChatServer.json(answer.body()).path("code").asText();
    }

    /** The ETag of what is there. */
    String tag(String path) {
        return ask("GET", path, "", "").headers().firstValue("ETag").orElseThrow();
    }
}
