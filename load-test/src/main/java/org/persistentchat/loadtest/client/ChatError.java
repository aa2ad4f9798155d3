package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;

/** An error of the protocol. {@code retry} says that the same command may succeed later. */
public record ChatError(String code, int number, boolean retry, String message) {

    static ChatError read(JsonNode json) {
        return new ChatError(
                json.path("code").asText("NO_CODE"),
                json.path("number").asInt(),
                json.path("retry").asBoolean(),
                json.path("message")
                        .asText(json.path("detail").asText(json.path("title").asText())));
    }

    @Override
    public String toString() {
        return code + " (" + number + "): " + message;
    }
}
