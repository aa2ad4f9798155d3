package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.OnSharedServer;

/**
 * Research and trading are denied each other's category, through groups. Whatever a trader asks of a room of research is answered as if
 * there were no such room, on every interface; nothing that happens there is heard, listed or counted on this side.
 */
@OnSharedServer
class EthicalWallIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNIQUE = UUID.randomUUID().toString().substring(0, 8);
    private static final String NOWHERE = "zzzzzzzzzzzz";

    private static ChatServer.Person researcher;
    private static ChatServer.Person trader;
    private static final List<String> ROOMS = new ArrayList<>();
    private static ChatClient researching;
    private static ChatClient trading;

    @BeforeAll
    static void buildTheWall() {
        researcher = SERVER.newPerson();
        trader = SERVER.newPerson();
        group("Analysts " + UNIQUE, "person:" + researcher.account());
        group("Research " + UNIQUE, "group:Analysts " + UNIQUE);
        group("Desk " + UNIQUE, "person:" + trader.account());
        group("Trading " + UNIQUE, "group:Desk " + UNIQUE);
        String research = category("Papers " + UNIQUE, "group:everyone", "group:Trading " + UNIQUE);
        String trade = category("Orders " + UNIQUE, "group:everyone", "group:Research " + UNIQUE);
        for (String privacy : List.of("open", "closed", "secret")) {
            ROOMS.add(room("Forecast " + privacy + " " + UNIQUE, research, privacy, "group:Research " + UNIQUE));
        }
        String own = room("Floor " + UNIQUE, trade, "open", "group:Trading " + UNIQUE);
        researching = ChatClient.connect(SERVER, researcher.token());
        trading = ChatClient.connect(SERVER, trader.token());
        assertThat(trading.enter(own).has("last")).isTrue();
        ROOMS.forEach(room -> {
            researching.enter(room);
            assertThat(researching.post(room, "before", "Sell everything").has("ok"))
                    .isTrue();
        });
    }

    @AfterAll
    static void goHome() {
        researching.close();
        trading.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /rooms/%s",
                "PATCH /rooms/%s {'description':'x'}",
                "DELETE /rooms/%s",
                "GET /rooms/%s/members",
                "GET /rooms/%s/events",
                "GET /rooms/%s/pins",
                "POST /rooms/%s/members {'add':{'members':['group:everyone']}}",
                "DELETE /rooms/%s/members/me",
                "POST /rooms/%s/requests {}",
                "GET /rooms/%s/requests",
                "POST /rooms/%s/disable",
                "POST /rooms/%s/enable",
                "POST /rooms/%s/move {'category':'zzzzzzzzzzzz'}",
                "POST /rooms/%s/purge {'before':'2001-01-01T00:00:00Z'}",
                "PUT /people/me/follows/%s {'level':'all'}",
                "DELETE /people/me/follows/%s",
            })
    void restAnswersAsIfThereWereNoSuchRoom(String call) {
        String nowhere = rest(call, NOWHERE);
        for (String room : ROOMS) {
            assertThat(rest(call, room)).isEqualTo(nowhere);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'do':'enter','room':'%s'",
                "'do':'resume','rooms':[{'room':'%s','after':0}]",
                "'do':'history','room':'%s'",
                "'do':'post','room':'%s','key':'k','body':'b'",
                "'do':'edit','room':'%s','key':'k','target':1,'body':'b'",
                "'do':'delete','room':'%s','key':'k','target':1",
                "'do':'react','room':'%s','key':'k','target':1,'emoji':'x'",
                "'do':'pin','room':'%s','key':'k','target':1",
                "'do':'mark','room':'%s','seq':1",
                "'do':'typing','room':'%s'",
                "'do':'show','rooms':['%s']",
                "'do':'counts','rooms':['%s']",
                "'do':'leave','room':'%s'",
            })
    void theSocketAnswersAsIfThereWereNoSuchRoom(String command) {
        String nowhere = chat(command, NOWHERE);
        for (String room : ROOMS) {
            assertThat(chat(command, room)).isEqualTo(nowhere);
        }
    }

    /** That they are colleagues is no secret here: both are in the scope of the category for everyone. */
    @Test
    void noListHasTheOtherSide() {
        for (String list : List.of(
                "/rooms?limit=500&name=" + UNIQUE,
                "/rooms?limit=500&member=me",
                "/categories",
                "/people/me/follows",
                "/people/me/invitations")) {
            HttpResponse<String> answer = SERVER.call("GET", "/api/v1" + list, trader.token(), "");
            assertThat(answer.statusCode()).as(list).isEqualTo(200);
            assertThat(answer.body())
                    .as(list)
                    .doesNotContain("Forecast")
                    .doesNotContain("Papers " + UNIQUE)
                    .doesNotContain(researcher.account());
        }
    }

    @Test
    void nothingIsHeardOfWhatHappensThere() {
        for (String room : ROOMS) {
            assertThat(researching
                            .post(room, "mention", "@" + trader.account() + " should not know")
                            .has("ok"))
                    .isTrue();
            assertThat(researching.ask("'do':'typing','room':'" + room + "'").isMissingNode())
                    .isFalse();
        }

        assertThat(trading.heard().toString()).doesNotContain("should not know");
        ROOMS.forEach(room -> assertThat(trading.heard().toString()).doesNotContain(room));
    }

    /** Status and body, with the room's id taken out. */
    private static String rest(String call, String room) {
        String[] parts = call.formatted(room).split(" ", 3);
        String body = parts.length > 2 ? parts[2].replace('\'', '"') : "";
        HttpResponse<String> answer =
                SERVER.call(parts[0], "/api/v1" + parts[1], trader.token(), body, Map.of("If-Match", "\"1\""));
        return answer.statusCode() + " " + answer.body().replace(room, "ROOM");
    }

    private static String chat(String command, String room) {
        ObjectNode answer = (ObjectNode) trading.ask(command.formatted(room));
        answer.remove("id");
        return answer.toString().replace(room, "ROOM");
    }

    private static void group(String name, String member) {
        ObjectNode group = JSON.createObjectNode().put("name", name).put("kind", "group");
        group.putArray("members").add(member);
        created("/groups", group);
    }

    private static String category(String name, String allowed, String denied) {
        ObjectNode category = JSON.createObjectNode().put("name", name);
        category.putArray("allowed").add(allowed);
        category.putArray("denied").add(denied);
        return created("/categories", category).path("id").asText();
    }

    private static String room(String name, String category, String privacy, String members) {
        ObjectNode room = JSON.createObjectNode()
                .put("name", name)
                .put("category", category)
                .put("privacy", privacy);
        room.putArray("members").add(members);
        return created("/rooms", room).path("id").asText();
    }

    private static JsonNode created(String path, ObjectNode body) {
        return ChatServer.json(SERVER.call("POST", "/api/v1" + path, SERVER.adminToken(), body.toString()), 201);
    }
}
