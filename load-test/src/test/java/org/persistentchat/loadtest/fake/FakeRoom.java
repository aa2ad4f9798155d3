package org.persistentchat.loadtest.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A room in memory. Guarded by its {@link FakeChat}. */
public final class FakeRoom {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    final String id;
    final String name;
    final List<ObjectNode> events = new ArrayList<>();
    final Map<String, ObjectNode> byKey = new HashMap<>();
    final Set<FakeConnection> inside = new LinkedHashSet<>();

    FakeRoom(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The events themselves: a test may damage them. */
    public List<ObjectNode> events() {
        return events;
    }

    long last() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).path("seq").asLong();
    }

    ObjectNode append(FakePerson author, String body) {
        ObjectNode event = JSON.createObjectNode()
                .put("seq", last() + 1)
                .put("kind", "message")
                .put("author", author.account())
                .put("name", author.name())
                .put("at", TIME.format(Instant.now()))
                .put("body", body);
        events.add(event);
        return event;
    }

    ArrayNode after(long sequence, int limit) {
        ArrayNode page = JSON.createArrayNode();
        events.stream()
                .filter(event -> event.path("seq").asLong() > sequence)
                .limit(limit)
                .forEach(page::add);
        return page;
    }

    ArrayNode before(long sequence, int limit) {
        List<ObjectNode> earlier = events.stream()
                .filter(event -> event.path("seq").asLong() < sequence)
                .toList();
        ArrayNode page = JSON.createArrayNode();
        earlier.subList(Math.max(0, earlier.size() - limit), earlier.size()).forEach(page::add);
        return page;
    }

    ObjectNode describe() {
        ObjectNode room = JSON.createObjectNode();
        room.putObject("category").put("id", "category").put("name", "Category");
        return room.put("id", id)
                .put("name", name)
                .put("description", "")
                .put("privacy", "open")
                .put("type", "normal")
                .put("mayPost", true);
    }

    JsonNode posted(ObjectNode event) {
        return JSON.createObjectNode()
                .put("seq", event.path("seq").asLong())
                .put("at", event.path("at").asText());
    }
}
