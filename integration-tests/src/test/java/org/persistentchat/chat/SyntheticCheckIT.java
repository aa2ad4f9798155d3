package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** What a server says of itself, and the conversation that shows that it works. */
@OnSharedServer
class SyntheticCheckIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final String CHECK = "/api/v1/checks/conversation";

    private final ChatServer.Person person = SERVER.newPerson();

    @Test
    void twoSyntheticPeopleConverseBothWays() {
        for (int time = 0; time < 2; time++) {
            JsonNode report = ChatServer.json(SERVER.call("POST", CHECK, SERVER.adminToken(), ""), 200);
            assertThat(report.path("steps").findValuesAsText("step"))
                    .contains("first to second: heard", "second to first: heard", "first reads the history");
            assertThat(report.path("millis").asDouble()).isPositive();
        }
    }

    @Test
    void nobodySeesTheRoomOfTheCheck() {
        ChatServer.json(SERVER.call("POST", CHECK, SERVER.adminToken(), ""), 200);
        for (String token : new String[] {person.token(), SERVER.adminToken()}) {
            JsonNode rooms = ChatServer.json(SERVER.call("GET", "/api/v1/rooms?name=synthetic", token, ""), 200);
            assertThat(rooms.path("items")).isEmpty();
        }
        JsonNode categories = ChatServer.json(SERVER.call("GET", "/api/v1/categories", person.token(), ""), 200);
        assertThat(categories.findValuesAsText("name")).doesNotContain("Synthetic check");
    }

    @Test
    void onlyAdministratorsCheckAndSeeTheServers() {
        ChatServer.json(SERVER.call("POST", CHECK, person.token(), ""), 403);
        ChatServer.json(SERVER.call("GET", "/api/v1/servers", person.token(), ""), 403);
    }

    @Test
    void theServerSaysThatItIsActive() {
        JsonNode servers = ChatServer.json(SERVER.call("GET", "/api/v1/servers", SERVER.adminToken(), ""), 200);
        assertThat(servers.path("items")).hasSize(1);
        assertThat(servers.at("/items/0/state").asText()).isEqualTo("active");
    }

    @Test
    void readinessSaysWhatItLooksAt() {
        JsonNode ready = ChatServer.json(SERVER.call("GET", "/api/v1/ready", null, ""), 200);
        assertThat(ready.path("status").asText()).isEqualTo("up");
        assertThat(ready.path("checks").findValuesAsText("name"))
                .containsExactlyInAnyOrder("content-database", "journal", "compliance-relay", "duty");
        assertThat(ready.findValuesAsText("broker")).containsExactly("reached");
    }
}
