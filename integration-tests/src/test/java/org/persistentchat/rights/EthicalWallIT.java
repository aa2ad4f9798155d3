package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
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
    private static final String NOWHERE = "zzzzzzzzzzzz";
    private static Wall wall;

    @BeforeAll
    static void buildTheWall() {
        wall = new Wall(SERVER);
    }

    @AfterAll
    static void goHome() {
        wall.close();
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
                "DELETE /rooms/%s/requests/me",
                "POST /rooms/%s/requests/nobody/approve",
                "POST /rooms/%s/requests/nobody/deny",
                "POST /rooms/%s/disable",
                "POST /rooms/%s/enable",
                "POST /rooms/%s/move {'category':'zzzzzzzzzzzz'}",
                "POST /rooms/%s/purge {'before':'2001-01-01T00:00:00Z'}",
                "PUT /people/me/follows/%s {'level':'all'}",
                "DELETE /people/me/follows/%s",
                "DELETE /people/me/invitations/%s",
            })
    void restAnswersAsIfThereWereNoSuchRoom(String call) {
        String nowhere = rest(call, NOWHERE);
        for (String room : wall.research) {
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
                "'do':'pin','room':'%s','key':'k','target':1,'on':false",
                "'do':'mark','room':'%s','seq':1",
                "'do':'typing','room':'%s'",
                "'do':'show','rooms':['%s']",
                "'do':'counts','rooms':['%s']",
                "'do':'leave','room':'%s'",
            })
    void theSocketAnswersAsIfThereWereNoSuchRoom(String command) {
        String nowhere = chat(command, NOWHERE);
        for (String room : wall.research) {
            assertThat(chat(command, room)).isEqualTo(nowhere);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rooms?limit=500&name=%s",
                "/rooms?limit=500&name=forecast",
                "/rooms?limit=500&member=me",
                "/rooms?limit=500&manager=me",
                "/rooms?limit=500&disabled=true",
                "/rooms?limit=500&descriptions=true&name=%s",
                "/rooms?limit=500&privacy=secret",
                "/categories",
                "/people/me/follows",
                "/people/me/invitations",
                "/people/me/requests",
            })
    void noListHasTheOtherSide(String list) {
        HttpResponse<String> answer =
                SERVER.call("GET", "/api/v1" + list.formatted(wall.unique), wall.trader.token(), "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain("Forecast")
                .doesNotContain("Guests " + wall.unique)
                .doesNotContain("Papers " + wall.unique)
                .doesNotContain("Research " + wall.unique)
                .doesNotContain(wall.researcher.account());
    }

    @Test
    void aCategoryOfTheOtherSideIsNone() {
        for (String call : List.of(
                "GET /rooms?category=%s",
                "GET /categories/%s",
                "PATCH /categories/%s {'name':'x'}",
                "DELETE /categories/%s",
                "GET /categories/%s/access?relation=allowed",
                "POST /categories/%s/access {'add':{'allowed':['group:everyone']}}",
                "POST /rooms {'name':'Mine','category':'%s'}",
                "POST /rooms/bulk [{'name':'Mine','category':'%s'}]",
                "POST /rooms/" + wall.floor + "/move {'category':'%s','dryRun':true}")) {
            assertThat(rest(call, wall.papers)).as(call).isEqualTo(rest(call, NOWHERE));
        }
    }

    @Test
    void whatWaitedIsNotCounted() {
        try (ChatClient again = ChatClient.connect(SERVER, wall.trader.token())) {
            // the two of trading; that to the room of research waits on the other side
            assertThat(again.greeting().path("invitations").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aRepeatedPostIsNotAnsweredAnyMore() {
        String repeated = "'do':'post','room':'%s','key':'before the wall','body':'Good morning'";

        assertThat(chat(repeated, wall.guests())).isEqualTo(chat(repeated, NOWHERE));
    }

    @Test
    void nothingIsHeardOfWhatHappensThere() {
        for (String room : wall.research) {
            assertThat(wall.researching
                            .post(room, "mention", "@" + wall.trader.account() + " should not know")
                            .has("ok"))
                    .isTrue();
            assertThat(wall.researching
                            .ask("'do':'typing','room':'" + room + "'")
                            .isMissingNode())
                    .isFalse();
        }

        wall.awaitHint(wall.trader);
        assertThat(wall.heardByTrader()).doesNotContain("should not know");
        wall.research.forEach(room -> assertThat(wall.heardByTrader()).doesNotContain(room));
    }

    /** Status and body, with the room's id taken out. */
    private static String rest(String call, String room) {
        HttpResponse<String> answer = wall.answer(wall.trader.token(), call.formatted(room));
        return answer.statusCode() + " " + answer.body().replace(room, "ROOM");
    }

    private static String chat(String command, String room) {
        ObjectNode answer = (ObjectNode) wall.trading.ask(command.formatted(room));
        answer.remove("id");
        return answer.toString().replace(room, "ROOM");
    }
}
