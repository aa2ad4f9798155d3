package org.persistentchat.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.persistentchat.chat.ChatServer;

/** A compliance officer at the adapters. */
record Officer(ChatServer chat, String token) {

    private static final String ADAPTERS = "/api/v1/compliance/adapters";

    /** Somebody who was made a compliance officer. */
    static Officer appointed(ChatServer chat) {
        ChatServer.Person person = chat.newPerson();
        String path = "/api/v1/people/" + person.account();
        ChatServer.json(
                chat.call(
                        "PATCH",
                        path,
                        chat.adminToken(),
                        "{\"roles\":[\"compliance_officer\"]}",
                        Map.of("If-Match", "*")),
                200);
        return new Officer(chat, person.token());
    }

    JsonNode adapter(String name) {
        JsonNode items =
                ChatServer.json(chat.call("GET", ADAPTERS, token, ""), 200).path("items");
        for (JsonNode item : items) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("No adapter " + name + " in " + items);
    }

    /** Has an adapter run; the status of the answer. */
    int run(String name) {
        return chat.call("POST", ADAPTERS + "/" + name + "/runs", token, "").statusCode();
    }
}
