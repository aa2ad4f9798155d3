package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One committed fact in a room; {@code at} is left as the text that was received. */
public record ChatEvent(long seq, String kind, String author, String name, String at, String body) {

    static List<ChatEvent> readAll(JsonNode events) {
        List<ChatEvent> read = new ArrayList<>(events.size());
        for (JsonNode event : events) {
            read.add(new ChatEvent(
                    event.path("seq").asLong(),
                    event.path("kind").asText(),
                    event.path("author").asText(),
                    event.path("name").asText(),
                    event.path("at").asText(),
                    event.path("body").asText()));
        }
        return read;
    }
}
