package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.OnSharedServer;

/** Two sides of a {@link Wall} who share no scope: to each the people and groups of the other are as if there were none, whatever knew them before. */
@OnSharedServer
class WalledPeopleIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final String NO_ACCOUNT = "nobody-" + UUID.randomUUID();
    private static Wall wall;

    @BeforeAll
    static void buildTheWall() {
        wall = new Wall(SERVER);
    }

    @AfterAll
    static void goHome() {
        wall.close();
    }

    static Stream<List<ChatServer.Person>> bothSides() {
        return Stream.of(List.of(wall.trader, wall.researcher), List.of(wall.researcher, wall.trader));
    }

    @ParameterizedTest
    @MethodSource("bothSides")
    void noSearchFindsThem(List<ChatServer.Person> sides) {
        String account = sides.get(1).account();
        for (String name : List.of(account, account.substring(0, 6), "Person+" + account, "person")) {
            assertThat(found(sides.get(0).token(), name)).as(name).doesNotContain(account);
        }
        assertThat(found(SERVER.adminToken(), account)).contains(account);
    }

    @ParameterizedTest
    @MethodSource("bothSides")
    void theirCardIsThatOfNobody(List<ChatServer.Person> sides) {
        String account = sides.get(1).account();
        String id = wall.admin("GET /people/" + account, 200).path("id").asText();
        for (String call :
                List.of("GET /people/%s", "PATCH /people/%s {'name':'x'}", "PATCH /people/%s {'roles':[]}")) {
            String nobody = answer(sides.get(0), call, NO_ACCOUNT);
            assertThat(nobody).startsWith("404");
            assertThat(answer(sides.get(0), call, account)).isEqualTo(nobody);
            assertThat(answer(sides.get(0), call, "id:" + id)).isEqualTo(nobody);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /rooms/FLOOR/members {'add':{'members':['person:%s']}}",
                "POST /rooms/FLOOR/members {'add':{'managers':['person:%s']}}",
                "POST /rooms/FLOOR/members {'add':{'presenters':['person:%s']}}",
                "POST /rooms/FLOOR/members {'remove':{'members':['person:%s']}}",
                "POST /rooms {'name':'Mine','category':'ORDERS','members':['person:%s']}",
                "POST /rooms {'name':'Mine','category':'ORDERS','managers':['person:%s']}",
                "POST /rooms {'name':'Mine','category':'ORDERS','presenters':['person:%s']}",
                "POST /rooms/bulk [{'name':'Mine','category':'ORDERS'},{'name':'Mine too','category':'ORDERS','members':['person:%s']}]",
                "POST /rooms/PIT/requests/%s/approve",
                "POST /rooms/PIT/requests/%s/deny",
                "GET /rooms?member=person:%s",
                "GET /groups?name=%s",
                "GET /audit?actor=%s",
                "POST /tokens {'account':'%s','password':'a-wrong-password'}",
            })
    void namingThemIsNamingNobody(String call) {
        String filled =
                call.replace("FLOOR", wall.floor).replace("ORDERS", wall.orders).replace("PIT", wall.pit);

        assertThat(answer(wall.trader, filled, wall.researcher.account()))
                .isEqualTo(answer(wall.trader, filled, NO_ACCOUNT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /rooms/FLOOR/members {'add':{'members':['group:%s']}}",
                "POST /rooms/FLOOR/members {'remove':{'members':['group:%s']}}",
                "POST /rooms {'name':'Mine','category':'ORDERS','members':['group:%s']}",
                "GET /rooms?member=group:%s",
                "GET /groups?name=%s",
            })
    void namingTheirGroupsIsNamingNone(String call) {
        String filled = call.replace("FLOOR", wall.floor).replace("ORDERS", wall.orders);
        for (String group : List.of("Research", "Analysts")) {
            assertThat(answer(wall.trader, filled, group + (call.startsWith("GET") ? "+" : " ") + wall.unique))
                    .isEqualTo(answer(wall.trader, filled, NO_ACCOUNT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "managers", "presenters"})
    void theListsOfOnesOwnRoomDoNotShowThem(String relation) {
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = wall.call(
                    wall.trader, "GET /rooms/" + wall.floor + "/members?limit=1&relation=" + relation + next, 200);
            page.path("items").forEach(item -> listed.add(item.path("principal").asText()));
            next = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!next.isEmpty());

        assertThat(listed).containsExactly(Wall.name(wall.trader));
        assertThat(wall.admin("GET /rooms/" + wall.floor + "/members?relation=" + relation, 200)
                        .path("items"))
                .hasSize(4);
    }

    @Test
    void theirRequestsDoNotWait() {
        assertThat(wall.call(wall.trader, "GET /rooms/" + wall.pit + "/requests", 200)
                        .path("items"))
                .isEmpty();
        assertThat(wall.call(wall.researcher, "GET /people/me/requests", 200).path("items"))
                .isEmpty();
    }

    @Test
    void theyAreNotPresent() {
        wall.trading.enter(wall.floor);

        JsonNode shown = wall.trading.ask("'do':'show','rooms':['" + wall.floor + "']");

        assertThat(shown.at("/ok/rooms/0/count").asInt()).isEqualTo(1);
        assertThat(shown.toString()).doesNotContain(wall.researcher.account());
        assertThat(wall.heardByTrader()).doesNotContain(wall.researcher.account());
    }

    @Test
    void mentioningThemIsMentioningNobody() {
        wall.trading.enter(wall.floor);

        assertThat(mentioned(wall.researcher.account())).isEqualTo(mentioned(NO_ACCOUNT));
        wall.awaitHint(wall.researcher);
        assertThat(wall.researching.heard().toString())
                .doesNotContain(wall.floor)
                .doesNotContain("Have you seen");
    }

    /** The reply to a post that mentions somebody, and what all in the room get, without what makes any two posts differ. */
    private static String mentioned(String account) {
        ObjectNode reply = (ObjectNode) wall.trading
                .post(wall.floor, UUID.randomUUID().toString(), "Have you seen @" + account + "?")
                .path("ok");
        long sequence = reply.path("seq").asLong();
        reply.remove(List.of("seq", "at"));
        JsonNode history =
                wall.trading.ask("'do':'history','room':'" + wall.floor + "','limit':1,'before':" + (sequence + 1));
        ObjectNode event = (ObjectNode) history.at("/ok/events/0");
        event.remove(List.of("seq", "at"));
        return reply + event.toString().replace(account, "ACCOUNT");
    }

    @Test
    void theirKeysRepeatNothing() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\":\"Plans " + key + "\",\"category\":\"%s\"}";
        JsonNode theirs = created(wall.researcher, key, body.formatted(wall.papers), 201);

        JsonNode mine = created(wall.trader, key, body.formatted(wall.papers), 404);

        assertThat(mine.path("code").asText()).isEqualTo("CATEGORY_NOT_FOUND");
        assertThat(mine.toString()).doesNotContain(theirs.path("id").asText());
    }

    private static JsonNode created(ChatServer.Person by, String key, String body, int status) {
        HttpResponse<String> answer =
                SERVER.call("POST", "/api/v1/rooms", by.token(), body, Map.of("Idempotency-Key", key));
        assertThat(answer.headers().firstValue("Idempotent-Replayed")).isEmpty();
        return ChatServer.json(answer, status);
    }

    @Test
    void whoWalksToTheOtherSideIsTaughtAtOnce() {
        ChatServer.Person mover = SERVER.newPerson();
        assertThat(found(mover.token(), wall.researcher.account())).contains(wall.researcher.account());
        String desk = wall.admin("GET /groups?name=Desk+" + wall.unique, 200)
                .at("/items/0/id")
                .asText();
        try (ChatClient client = ChatClient.connect(SERVER, mover.token())) {
            client.enter(wall.research.get(0));
            wall.admin("POST /groups/" + desk + "/members {'add':['" + Wall.name(mover) + "']}", 200);
            assertThat(client.push("left").path("room").asText()).isEqualTo(wall.research.get(0));
        }

        assertThat(found(mover.token(), wall.researcher.account())).isEmpty();
        assertThat(found(mover.token(), wall.trader.account())).contains(wall.trader.account());
    }

    private static List<String> found(String token, String name) {
        List<String> accounts = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = ChatServer.json(wall.answer(token, "GET /people?limit=500&name=" + name + next), 200);
            page.path("items").forEach(item -> accounts.add(item.path("account").asText()));
            next = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!next.isEmpty());
        return accounts;
    }

    /** Status and body of a call about somebody, with their name taken out. */
    private static String answer(ChatServer.Person by, String call, String name) {
        HttpResponse<String> answer = wall.answer(by.token(), call.formatted(name));
        String readable = name.replace('+', ' ');
        return answer.statusCode() + " " + answer.body().replace(readable, "NAME");
    }
}
