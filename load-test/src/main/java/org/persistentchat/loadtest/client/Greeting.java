package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What the server says first: who one is, who it is, and its limits. */
public record Greeting(
        String account, String server, Duration heartbeat, int bodyCharacters, int historyPage, int resumeRooms) {

    static Greeting read(JsonNode hello) {
        JsonNode limits = hello.path("limits");
        return new Greeting(
                hello.path("person").path("account").asText(),
                hello.path("server").asText(),
                Duration.ofSeconds(hello.path("heartbeatSeconds").asInt(30)),
                limits.path("bodyCharacters").asInt(8_000),
                limits.path("historyPage").asInt(500),
                limits.path("resumeRooms").asInt(500));
    }
}
