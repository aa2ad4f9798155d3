package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Every administrative act that was done has one entry, and one that was refused has none. */
@OnSharedServer
class AuditIT {
    private static final ChatServer SERVER = new ChatServer();

    private static JsonNode entries(String filter) {
        String path = "/api/v1/audit?" + filter;
        return ChatServer.json(SERVER.call("GET", path, SERVER.adminToken(), ""), 200)
                .path("items");
    }

    @Test
    void aRoomThatIsMadeHasOneEntryThatSaysAllOfIt() {
        String room = SERVER.newRoom("closed", SERVER.newPerson().account());

        JsonNode found = entries("subject=room:" + room);
        assertThat(found).hasSize(1);
        JsonNode entry = found.get(0);
        assertThat(entry.path("actor").asText()).isEqualTo("admin");
        assertThat(entry.path("from").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("action").asText()).isEqualTo("room.create");
        assertThat(entry.at("/after/privacy").asText()).isEqualTo("closed");
        assertThat(entry.at("/after/members")).hasSize(1);
        assertThat(entry.has("before")).isFalse();
    }

    @Test
    void aRoomThatIsRefusedHasNoEntry() {
        String name = "Taken-" + UUID.randomUUID();
        String category = ChatServer.json(SERVER.call("GET", "/api/v1/categories", SERVER.adminToken(), ""), 200)
                .at("/items/0/id")
                .asText();
        String body = "{\"name\":\"" + name + "\",\"category\":\"" + category + "\"}";
        ChatServer.json(SERVER.call("POST", "/api/v1/rooms", SERVER.adminToken(), body), 201);
        ChatServer.json(SERVER.call("POST", "/api/v1/rooms", SERVER.adminToken(), body), 409);

        assertThat(entries("action=room.&subject=room:" + name)).hasSize(1);
    }

    @Test
    void aPersonsPasswordIsNowhereInTheLog() {
        String account = SERVER.newPerson().account();

        JsonNode found = entries("subject=person:" + account);
        assertThat(found).hasSize(1);
        assertThat(found.toString()).doesNotContain("assword").doesNotContain("$2");
    }

    @Test
    void whatTheProductDidItselfIsTheSystems() {
        JsonNode found = entries("subject=person:ana");
        assertThat(found.at("/0/from").asText()).isEqualTo("system");
        assertThat(found.at("/0/actor").asText()).isEmpty();
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        SERVER.newPerson();
        SERVER.newPerson();
        String path = "/api/v1/audit?actor=ADMIN&action=person.create&limit=1";
        JsonNode first = ChatServer.json(SERVER.call("GET", path, SERVER.adminToken(), ""), 200);
        String further = path + "&after=" + first.path("next").asText();
        JsonNode second = ChatServer.json(SERVER.call("GET", further, SERVER.adminToken(), ""), 200);

        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/0/id"));
        assertThat(second.at("/items/0/at").asText())
                .isLessThanOrEqualTo(first.at("/items/0/at").asText());
    }

    @Test
    void nobodyElseReadsIt() {
        String token = SERVER.newPerson().token();
        ChatServer.json(SERVER.call("GET", "/api/v1/audit", token, ""), 403);
        ChatServer.json(SERVER.call("GET", "/api/v1/audit", null, ""), 401);
    }

    @Test
    void aFilterThatIsWrongIsRefused() {
        for (String wrong :
                new String[] {"from=yesterday", "limit=0", "after=x", "subject=", "to=%2B1000000000-01-01T00:00:00Z"}) {
            JsonNode problem =
                    ChatServer.json(SERVER.call("GET", "/api/v1/audit?" + wrong, SERVER.adminToken(), ""), 400);
            assertThat(problem.path("code").asText()).as(wrong).isEqualTo("INVALID_FIELD");
        }
    }

    @Test
    void nothingChangesOrRemovesAnEntry() {
        for (String method : new String[] {"PUT", "PATCH", "DELETE", "POST"}) {
            ChatServer.json(SERVER.call(method, "/api/v1/audit", SERVER.adminToken(), "{}"), 405);
        }
    }
}
