package org.persistentchat.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.persistentchat.chat.ChatServer;

/** People and rooms to try the page with, made through REST by the administrator among the accounts for trying it out. Each has a name that no other test uses. */
final class Organisation {

    /** A person who can sign in. */
    record Member(String account, String name, String password) {}

    /** A room that everyone may enter. */
    record Room(String id, String name) {}

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final String token;

    Organisation(URI address) {
        api = address.resolve("api/v1/");
        token = token("admin", "admin-demo");
    }

    Member person(String name) {
        String account =
                name.toLowerCase(Locale.ROOT).replaceAll("\\W.*", "") + "-" + run + "-" + NEXT.incrementAndGet();
        post("people", Map.of("account", account, "name", name, "passwordHash", ChatServer.PASSWORD_HASH));
        return new Member(account, name, ChatServer.PASSWORD);
    }

    Member officer(String name) {
        String account = "officer-" + run + "-" + NEXT.incrementAndGet();
        List<String> roles = List.of("compliance_officer");
        post(
                "people",
                Map.of("account", account, "name", name, "passwordHash", ChatServer.PASSWORD_HASH, "roles", roles));
        return new Member(account, name, ChatServer.PASSWORD);
    }

    String category(String name) {
        return post("categories", Map.of("name", name + " " + run + NEXT.incrementAndGet()))
                .path("id")
                .asText();
    }

    Room room(String name, String description, String category) {
        String unique = name + " " + run + NEXT.incrementAndGet();
        JsonNode room = post(
                "rooms", Map.of("name", unique, "description", description, "category", category, "privacy", "open"));
        return new Room(room.path("id").asText(), unique);
    }

    /** Comes into the room with a connection of the person's own. */
    Speaker speaker(Member person, Room room) {
        URI chat = URI.create(api.resolve("/chat").toString().replaceFirst("^http", "ws"));
        return new Speaker(http, chat, token(person.account(), person.password()), room.id());
    }

    private String token(String account, String password) {
        return send("tokens", Map.of("account", account, "password", password), List.of())
                .path("token")
                .asText();
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return send(path, body, List.of("Authorization", "Bearer " + token));
    }

    private JsonNode send(String path, Map<String, ?> body, List<String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (!headers.isEmpty()) {
                request.headers(headers.toArray(String[]::new));
            }
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new AssertionError("POST " + path + ": " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
