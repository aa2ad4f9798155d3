package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.persistentchat.chat.ChatServer;

/** A compliance officer who uses REST. */
public final class Officer {
    private static final String ROOT = "/api/v1";
    private static final String ADAPTERS = "/compliance/adapters";

    private final URI address;
    private final ChatServer chat;
    private final ChatServer.Person person;

    private Officer(ChatServer chat, ChatServer.Person person, URI address) {
        this.address = address;
        this.chat = chat;
        this.person = person;
    }

    /** A new person whom an administrator made one. */
    public static Officer appointed(ChatServer chat) {
        return appointed(chat, URI.create("http://localhost"));
    }

    /** The same, who downloads from the server at an address. */
    static Officer appointed(ChatServer chat, URI address) {
        ChatServer.Person person = chat.newPerson();
        HttpResponse<String> appointed = chat.call(
                "PATCH",
                ROOT + "/people/" + person.account(),
                chat.adminToken(),
                "{\"roles\":[\"compliance_officer\"]}",
                Map.of("If-Match", "*"));
        assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(200);
        return new Officer(chat, person, address);
    }

    String account() {
        return person.account();
    }

    JsonNode get(String path) {
        return ChatServer.json(chat.call("GET", ROOT + path, person.token(), ""), 200);
    }

    JsonNode status() {
        return get("/compliance/status");
    }

    /** The state of an adapter. */
    public JsonNode adapter(String name) {
        JsonNode items = get(ADAPTERS).path("items");
        for (JsonNode item : items) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("No adapter " + name + " in " + items);
    }

    /** Has an adapter run; the status of the answer. */
    public int runAdapter(String name) {
        return chat.call("POST", ROOT + ADAPTERS + "/" + name + "/runs", person.token(), "")
                .statusCode();
    }

    void post(String path, int expected) {
        HttpResponse<String> answer = chat.call("POST", ROOT + path, person.token(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    }

    /** What a call with a body answers. */
    JsonNode ask(String method, String path, String body, int expected) {
        HttpResponse<String> answer =
                chat.call(method, ROOT + path, person.token(), body.replace('\'', '"'), Map.of("If-Match", "*"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body().isEmpty() ? MissingNode.getInstance() : ChatServer.json(answer, expected);
    }

    /** The file that a call answers with. */
    byte[] download(String path, String type) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(ROOT + path))
                .header("Authorization", "Bearer " + person.token())
                .build();
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
            return answer.body();
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    void records(String path, boolean recorded) {
        HttpResponse<String> answer = chat.call(
                "PATCH", ROOT + path, person.token(), "{\"recorded\":" + recorded + "}", Map.of("If-Match", "*"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Posts something, given in single quotes, and reads the answer. */
    JsonNode ask(String path, String body, int expected) {
        HttpResponse<String> answer = chat.call("POST", ROOT + path, person.token(), body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return ChatServer.json(answer, expected);
    }
}
