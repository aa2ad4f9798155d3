package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.persistentchat.chat.ChatServer;

/** A compliance officer who uses REST. */
final class Officer {
    private static final String ROOT = "/api/v1";

    private final ChatServer chat;
    private final ChatServer.Person person;

    private Officer(ChatServer chat, ChatServer.Person person) {
        this.chat = chat;
        this.person = person;
    }

    /** A new person whom an administrator made one. */
    static Officer appointed(ChatServer chat) {
        ChatServer.Person person = chat.newPerson();
        HttpResponse<String> appointed = chat.call(
                "PATCH",
                ROOT + "/people/" + person.account(),
                chat.adminToken(),
                "{\"roles\":[\"compliance_officer\"]}",
                Map.of("If-Match", "*"));
        assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(200);
        return new Officer(chat, person);
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

    void post(String path, int expected) {
        HttpResponse<String> answer = chat.call("POST", ROOT + path, person.token(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
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
