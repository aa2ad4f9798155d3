package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.harness.OnSharedServer;

/** What administrators configure holds at once, for whoever is connected too, and nobody overwrites what another has changed. */
@OnSharedServer
class ConfigurationIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final String PATH = "/api/v1/configuration";
    private static final String ALL =
            "{'BodyCharacters':null,'HistoryPage':null,'DefaultChatHistory':null,'ChatEnabled':null,'CommandsPerSecond':null,"
                    + "'PostsPerSecond':null,'CallsPerSecond':null,'ConnectionsPerPerson':null}";

    private final ChatServer.Person person = SERVER.newPerson();

    private static HttpResponse<String> patch(String ifMatch, String values) {
        return SERVER.call("PATCH", PATH, SERVER.adminToken(), values.replace('\'', '"'), Map.of("If-Match", ifMatch));
    }

    private static void set(String values) {
        ChatServer.json(patch("*", values), 200);
    }

    private static HttpResponse<String> get() {
        return SERVER.call("GET", PATH, SERVER.adminToken(), "");
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @AfterEach
    void takeBack() {
        set(ALL);
    }

    @Test
    void theKeysOfTheOriginalAreThere() {
        JsonNode values = ChatServer.json(get(), 200);
        assertThat(values.path("DefaultChatHistory").asInt()).isEqualTo(30);
        assertThat(values.path("MaxFileSizeKB").asInt()).isEqualTo(20_000);
        assertThat(values.path("ParticipantUpdateLimit").asInt()).isEqualTo(75);
        assertThat(values.path("ChatEnabled").asBoolean()).isTrue();
    }

    @Test
    void aChangeHoldsForOpenConnectionsWhichAreTold() {
        String room = SERVER.newRoom("open");
        try (ChatClient client = ChatClient.connect(SERVER, person.token())) {
            client.enter(room);
            set("{'BodyCharacters':5}");
            assertThat(client.push("limits").at("/limits/bodyCharacters").asInt())
                    .isEqualTo(5);
            JsonNode refused = client.post(room, "k", "123456").path("error");
            assertThat(refused.path("code").asText()).isEqualTo("MESSAGE_TOO_LONG");
            assertThat(refused.path("limit").asInt()).isEqualTo(5);
            assertThat(client.post(room, "k", "12345").has("ok")).isTrue();
        }
    }

    @Test
    void aStoredValueIsTakenBackByNull() {
        set("{'BodyCharacters':5}");
        set("{'BodyCharacters':null}");
        JsonNode keys = ChatServer.json(SERVER.call("GET", PATH + "/keys", SERVER.adminToken(), ""), 200);
        JsonNode body = keys.at("/items/0");
        assertThat(body.path("key").asText()).isEqualTo("BodyCharacters");
        assertThat(body.path("value").asInt()).isEqualTo(8_000);
        assertThat(body.path("stored").asBoolean()).isFalse();
        assertThat(body.path("most").asInt()).isPositive();
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        String seen = tag(get());
        HttpResponse<String> first = patch(seen, "{'BodyCharacters':5}");
        HttpResponse<String> second = patch(seen, "{'BodyCharacters':6}");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag(first)).isNotEqualTo(seen);
        assertThat(ChatServer.json(second, 412).path("code").asText()).isEqualTo("PRECONDITION_FAILED");
        assertThat(ChatServer.json(get(), 200).path("BodyCharacters").asInt()).isEqualTo(5);
    }

    @Test
    void aChangeWithoutATagIsRefused() {
        JsonNode problem = ChatServer.json(SERVER.call("PATCH", PATH, SERVER.adminToken(), "{}"), 428);
        assertThat(problem.path("code").asText()).isEqualTo("PRECONDITION_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'BodyCharacters':0}",
                "{'BodyCharacters':1000000000000}",
                "{'BodyCharacters':'5'}",
                "{'BodyCharacters':1.5}",
                "{'ChatEnabled':1}",
                "{'bodycharacters':5}",
                "{'BodyCharacters':5,'Nonsense':5}",
                "{'HistoryPage':10,'DefaultChatHistory':11}"
            })
    void whatIsWrongIsRefusedAndNothingIsChanged(String values) {
        String seen = tag(get());
        assertThat(ChatServer.json(patch("*", values), 400).path("code").asText())
                .isEqualTo("INVALID_FIELD");
        assertThat(tag(get())).isEqualTo(seen);
        assertThat(ChatServer.json(get(), 200).path("BodyCharacters").asInt()).isEqualTo(8_000);
    }

    @Test
    void aChangeIsWrittenDownWithBeforeAndAfter() {
        set("{'BodyCharacters':5}");
        JsonNode entry = ChatServer.json(
                        SERVER.call(
                                "GET", "/api/v1/audit?action=configuration.change&limit=1", SERVER.adminToken(), ""),
                        200)
                .at("/items/0");
        assertThat(entry.path("before").toString()).isEqualTo("{\"BodyCharacters\":8000}");
        assertThat(entry.path("after").toString()).isEqualTo("{\"BodyCharacters\":5}");
    }

    @Test
    void onlyAdministratorsConfigure() {
        ChatServer.json(SERVER.call("GET", PATH, person.token(), ""), 403);
        ChatServer.json(SERVER.call("PATCH", PATH, person.token(), "{}", Map.of("If-Match", "*")), 403);
    }

    @Test
    void whileTheChatIsOffNobodyConnectsAndWhoIsConnectedLeaves() {
        ChatClient client = ChatClient.connect(SERVER, person.token());
        set("{'ChatEnabled':false}");
        assertThat(client.closeCode()).isEqualTo(4403);
        Handshake.Answer refused = new Handshake(SERVER)
                .header("Authorization", "Bearer " + person.token())
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("CHAT_DISABLED");
        ChatServer.json(SERVER.call("POST", "/api/v1/tickets", person.token(), ""), 403);
        set("{'ChatEnabled':true}");
        ChatClient.connect(SERVER, person.token()).close();
    }

    @Test
    void whenTheChatGoesOffWhatIsSaidOfAPersonNowDecides() {
        Administering admin = new Administering(SERVER, SERVER.adminToken());
        ChatServer.Person exempted = SERVER.newPerson();
        ChatServer.Person ordinary = SERVER.newPerson();
        admin.patch("/people/" + ordinary.account(), "{'chat':'on'}", 200);
        try (ChatClient stays = ChatClient.connect(SERVER, exempted.token());
                ChatClient leaves = ChatClient.connect(SERVER, ordinary.token())) {
            admin.patch("/people/" + exempted.account(), "{'chat':'on'}", 200);
            admin.patch("/people/" + ordinary.account(), "{'chat':'inherit'}", 200);
            set("{'ChatEnabled':false}");
            assertThat(leaves.closeCode()).isEqualTo(4403);
            assertThat(stays.ask("'do':'ping'").has("ok")).isTrue();
        }
    }

    @Test
    void whoIsTooFastIsToldWhenToComeAgain() {
        set("{'CommandsPerSecond':1}");
        try (ChatClient client = ChatClient.connect(SERVER, person.token())) {
            JsonNode answer = client.ask("'do':'ping'");
            for (int i = 0; i < 30 && answer.has("ok"); i++) {
                answer = client.ask("'do':'ping'");
            }
            assertThat(answer.at("/error/code").asText()).isEqualTo("RATE_LIMITED");
            assertThat(answer.at("/error/limit").asInt()).isEqualTo(1);
            assertThat(answer.at("/error/retryAfterMillis").asInt()).isPositive();
            set("{'CommandsPerSecond':0}");
            assertThat(client.ask("'do':'ping'").has("ok")).isTrue();
        }
    }

    @Test
    void whoGoesOnAndOnIsDisconnected() {
        set("{'CommandsPerSecond':1}");
        ChatClient client = ChatClient.connect(SERVER, person.token());
        for (int i = 0; i < 3_000 && client.isOpen(); i++) {
            try {
                client.sendText("{\"id\":1,\"do\":\"ping\"}");
            } catch (java.util.concurrent.CompletionException closed) {
                break;
            }
        }
        assertThat(client.closeCode()).isEqualTo(4429);
    }

    @Test
    void callsAreCountedForEachPerson() {
        set("{'CallsPerSecond':1}");
        HttpResponse<String> answer = SERVER.call("GET", "/api/v1/people/me", person.token(), "");
        for (int i = 0; i < 30 && answer.statusCode() == 200; i++) {
            answer = SERVER.call("GET", "/api/v1/people/me", person.token(), "");
        }
        assertThat(ChatServer.json(answer, 429).path("code").asText()).isEqualTo("RATE_LIMITED");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aPersonHasSoManyConnectionsAndNoMore() {
        set("{'ConnectionsPerPerson':1}");
        try (ChatClient first = ChatClient.connect(SERVER, person.token())) {
            Handshake.Answer second = new Handshake(SERVER)
                    .header("Authorization", "Bearer " + person.token())
                    .send();
            assertThat(second.status()).isEqualTo(429);
            assertThat(second.code()).isEqualTo("TOO_MANY_CONNECTIONS");
            assertThat(first.ask("'do':'ping'").has("ok")).isTrue();
        }
    }
}
