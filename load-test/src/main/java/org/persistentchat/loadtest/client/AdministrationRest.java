package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** REST calls of an administrator who sets up an organisation. Each creation has an idempotency key, so that it is repeated while no server answers. */
public final class AdministrationRest {
    private final HttpCalls calls;
    private final String token;

    /** {@code patience}: how long a server may not answer. */
    public AdministrationRest(List<ChatServer> servers, String token, Duration patience) {
        this.calls = new HttpCalls(servers, patience);
        this.token = token;
    }

    public void createGroup(String name, List<String> members) {
        ObjectNode body = Json.object().put("name", name);
        fill(body.putArray("members"), members);
        create("/groups", body);
    }

    /** Creates a category that everyone may use and whose rooms do not invite; returns its id. */
    public String createCategory(String name) {
        ObjectNode body = Json.object().put("name", name).put("invitations", false);
        return create("/categories", body).path("id").asText();
    }

    /** Creates rooms, all or none. */
    public void createRooms(List<RoomDraft> rooms) {
        ArrayNode body = Json.array();
        for (RoomDraft room : rooms) {
            ObjectNode each = body.addObject()
                    .put("name", room.name())
                    .put("category", room.category())
                    .put("privacy", room.privacy());
            fill(each.putArray("members"), room.members());
            fill(each.putArray("managers"), room.managers());
        }
        create("/rooms/bulk", body);
    }

    private static void fill(ArrayNode list, List<String> names) {
        names.forEach(list::add);
    }

    private JsonNode create(String path, JsonNode body) {
        return calls.creation(path, token, UUID.randomUUID().toString(), body);
    }
}
