package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestDatabase;
import org.persistentchat.harness.TestServer;

/** Two servers on one database: which of them takes clients, and how the others go. */
class DutiesIT {
    private static final int ELSEWHERE = 4004;
    private static final int SHUTDOWN = 4001;
    private static final int POSTS = 50;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_SECOND_OR_TWO = Duration.ofSeconds(2);

    /** A heartbeat, and some patience with a slow machine. */
    private static final Duration HEARD = Duration.ofSeconds(15);

    private static final TestDatabase DATABASE = TestDatabase.named("duties-database");
    private static final TestServer ONE = TestServer.named("duties-1").on(DATABASE);
    private static final TestServer TWO = TestServer.named("duties-2").on(DATABASE);

    private static ChatServer one;
    private static ChatServer two;

    @BeforeAll
    static void start() {
        DATABASE.start();
        ONE.with("persistentchat.server.address", ONE.address().toString()).start();
        TWO.with("persistentchat.server.address", TWO.address().toString()).start();
        one = new ChatServer(ONE.address());
        two = new ChatServer(TWO.address());
        Awaitility.await().atMost(SOON).until(() -> servers(one).size() == 2);
    }

    @AfterAll
    static void stop() {
        ONE.close();
        TWO.close();
        DATABASE.close();
    }

    @AfterEach
    void allActive() {
        give(one, ONE, "active");
        give(one, TWO, "active");
        Awaitility.await().atMost(SOON).until(() -> ready(one) == 200 && ready(two) == 200);
    }

    private static List<JsonNode> servers(ChatServer at) {
        List<JsonNode> servers = new ArrayList<>();
        ChatServer.json(at.call("GET", "/api/v1/servers", at.adminToken(), ""), 200)
                .path("items")
                .forEach(servers::add);
        return servers;
    }

    private static HttpResponse<String> change(
            ChatServer at, TestServer server, String ifMatch, String duty, String query) {
        return at.call(
                "PATCH",
                "/api/v1/servers/" + server.name() + query,
                at.adminToken(),
                "{\"duty\":\"" + duty + "\"}",
                Map.of("If-Match", ifMatch));
    }

    private static void give(ChatServer at, TestServer server, String duty) {
        ChatServer.json(change(at, server, "*", duty, "?force=true"), 200);
    }

    private static int ready(ChatServer at) {
        return at.call("GET", "/api/v1/ready", null, "").statusCode();
    }

    private static String code(HttpResponse<String> answer) {
        return ChatServer.json(answer.body()).path("code").asText();
    }

    @Test
    void aDrainingServerSendsItsClientsToTheOtherWhichGoesOnWithTheirRooms() {
        ChatServer.Person person = one.newPerson();
        String room = one.newRoom("open");
        try (ChatClient client = ChatClient.connect(one, person.token())) {
            client.enter(room);
            assertThat(client.post(room, "k1", "before").has("ok")).isTrue();

            give(two, ONE, "draining");

            assertThat(client.push("elsewhere").at("/servers/0").asText())
                    .isEqualTo(TWO.address().toString());
            assertThat(client.closeCode()).isEqualTo(ELSEWHERE);
        }
        assertThat(ready(one)).isEqualTo(503);
        assertThat(ready(two)).isEqualTo(200);
        Assertions.assertThatThrownBy(() -> ChatClient.connect(one, person.token()))
                .isInstanceOf(CompletionException.class)
                .rootCause()
                .hasMessageContaining("503");
        try (ChatClient client = ChatClient.connect(two, person.token())) {
            assertThat(client.enter(room).at("/events/0/body").asText()).isEqualTo("before");
        }
    }

    @Test
    void aSwapTakesHoldOnBothServersWithinASecondOrTwo() {
        give(one, TWO, "standby");
        Awaitility.await().atMost(SOON).until(() -> ready(two) == 503);

        Promptness.assertWithin(
                A_SECOND_OR_TWO, time -> time % 2 == 1 ? swapped("standby", "active") : swapped("active", "standby"));
    }

    /** How long it takes until both servers have the duty that the swap gives them. */
    private static Duration swapped(String dutyOfOne, String dutyOfTwo) {
        JsonNode swapped = ChatServer.json(one.call("POST", "/api/v1/servers/swap", one.adminToken(), ""), 200);
        long begun = System.nanoTime();
        assertThat(swapped.at("/items/0/duty").asText()).isEqualTo(dutyOfOne);
        assertThat(swapped.at("/items/1/duty").asText()).isEqualTo(dutyOfTwo);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> ready(one) == readiness(dutyOfOne) && ready(two) == readiness(dutyOfTwo));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static int readiness(String duty) {
        return duty.equals("active") ? 200 : 503;
    }

    @Test
    void theLastActiveServerIsNotTakenAwayByAccident() {
        give(one, TWO, "standby");
        HttpResponse<String> refused = change(one, ONE, "*", "draining", "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("LAST_ACTIVE_SERVER");
    }

    @Test
    void aChangeNeedsTheVersionThatHoldsAndAnAdministrator() {
        String path = "/api/v1/servers/" + ONE.name();
        String tag = one.call("GET", path, one.adminToken(), "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        ChatServer.json(change(one, ONE, tag, "standby", ""), 200);
        assertThat(code(change(one, ONE, tag, "active", ""))).isEqualTo("PRECONDITION_FAILED");
        assertThat(code(one.call("GET", "/api/v1/servers/nobody", one.adminToken(), "")))
                .isEqualTo("SERVER_NOT_FOUND");
        String other = one.newPerson().token();
        assertThat(code(one.call("PATCH", path, other, "{\"duty\":\"active\"}", Map.of("If-Match", "*"))))
                .isEqualTo("NOT_PERMITTED");
        JsonNode log = ChatServer.json(
                one.call("GET", "/api/v1/audit?action=server.change&limit=1", one.adminToken(), ""), 200);
        assertThat(log.at("/items/0/after/duty").asText()).isEqualTo("standby");
    }

    @Test
    void aSuspendedServerAnswersWhatItWasAskedAndTakesNobodyUntilItResumes() {
        ChatServer.Person person = one.newPerson();
        String room = one.newRoom("open");
        long answered;
        try (ChatClient client = ChatClient.connect(one, person.token());
                var operations = ONE.operations()) {
            client.enter(room);
            long first = client.send(post(room, 1));
            for (int i = 2; i <= POSTS; i++) {
                client.send(post(room, i));
            }
            client.reply(first); // the server is in the middle of it
            operations.execute("", "suspend", Map.of("suspend-timeout", "10"));

            client.push("elsewhere");
            assertThat(client.closeCode()).isEqualTo(SHUTDOWN);
            answered = 1
                    + client.waiting().stream()
                            .filter(message -> message.has("ok"))
                            .count();
            Assertions.assertThatThrownBy(() -> ChatClient.connect(one, person.token()))
                    .rootCause()
                    .hasMessageContaining("503");
            try {
                isAwayForASecondWithoutComplaint();
            } finally {
                operations.execute("", "resume", Map.of());
            }
            Awaitility.await().atMost(SOON).until(() -> ready(one) == 200);
        }
        try (ChatClient client = ChatClient.connect(one, person.token())) {
            assertThat(client.enter(room).path("last").asLong())
                    .as("what is stored was answered")
                    .isEqualTo(answered);
            for (int i = 1; i <= POSTS; i++) {
                client.ask(post(room, i));
            }
            assertThat(client.enter(room).path("last").asInt()).isEqualTo(POSTS);
        }
    }

    @Test
    void theOthersSeeThatAServerIsSuspendedAndLives() {
        try (var operations = ONE.operations()) {
            operations.execute("", "suspend", Map.of());
            try {
                Awaitility.await().atMost(HEARD).until(() -> seen(two, ONE, "state"), "suspended"::equals);
                String heard = seen(two, ONE, "heardAt");
                Awaitility.await()
                        .atMost(HEARD)
                        .until(() -> seen(two, ONE, "heardAt"), later -> later.compareTo(heard) > 0);
                assertThat(seen(two, ONE, "state")).isEqualTo("suspended");
            } finally {
                operations.execute("", "resume", Map.of());
            }
        }
        Awaitility.await().atMost(HEARD).until(() -> seen(two, ONE, "state"), "active"::equals);
    }

    private static String seen(ChatServer at, TestServer server, String member) {
        return ChatServer.json(at.call("GET", "/api/v1/servers/" + server.name(), at.adminToken(), ""), 200)
                .path(member)
                .asText();
    }

    private static void isAwayForASecondWithoutComplaint() {
        Awaitility.await().during(Duration.ofSeconds(1)).until(() -> !ONE.isReady());
        assertThat(ONE.log())
                .as("complaints about timers that wait")
                .noneMatch(line -> line.contains("scheduled task"));
    }

    private static String post(String room, int number) {
        return "'do':'post','room':'" + room + "','key':'k" + number + "','body':'" + number + "'";
    }
}
