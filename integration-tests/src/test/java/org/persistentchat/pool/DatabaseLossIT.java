package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestDatabase;
import org.persistentchat.harness.TestPool;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/**
 * A database that stands still, or dies, and comes back, under two servers: posts are refused in time, what is in memory is entered and read, and nothing has
 * to be restarted.
 */
class DatabaseLossIT {
    private static final Duration IN_TIME = Duration.ofSeconds(15);
    private static final Duration BACK = Duration.ofSeconds(30);

    private static @Nullable TestPool running;

    private final TestDatabase database = pool().database();
    private final ChatServer one = new ChatServer(pool().addresses().get(0));
    private final ChatServer two = new ChatServer(pool().addresses().get(1));

    private static TestPool pool() {
        if (running == null) {
            throw new IllegalStateException("Not started");
        }
        return running;
    }

    @BeforeAll
    static void start() {
        running = TestPool.started("loss", 2, Map.of());
    }

    @AfterAll
    static void stop() {
        pool().close();
    }

    @Test
    void aDatabaseThatStandsStillIsMetByRetryableErrorsAndMemory() {
        loses(database::pause, database::proceed);
    }

    @Test
    void aDatabaseThatDiesIsMetByRetryableErrorsAndMemory() {
        loses(database::kill, database::start);
    }

    private void loses(Runnable loss, Runnable recovery) {
        String room = one.newRoom("open");
        String quiet = one.newRoom("open");
        ChatServer.Person hasty = one.newPerson();
        ChatServer.Person late = one.newPerson();
        two.awaitRoom(room);
        try (ChatClient ana = ChatClient.connect(one, one.newPerson().token());
                ChatClient ben = ChatClient.connect(two, one.newPerson().token());
                ChatClient leaving = ChatClient.connect(one, hasty.token())) {
            ana.enter(room);
            ben.enter(room);
            assertThat(ana.post(room, "k1", "before").has("ok")).isTrue();
            assertThat(ben.push("events").at("/events/0/body").asText()).isEqualTo("before");

            // whom a server has not met it cannot know without the database
            List.of(one, two)
                    .forEach(server -> ChatClient.connect(server, late.token()).close());

            loss.run();
            try {
                entersAndGoesBeforeTheRoomCanBeRead(leaving, quiet);
                isRefusedInTime(ana, room, "k2", "after");
                isRefusedInTime(ben, room, "k3", "and after");
                for (ChatServer server : List.of(one, two)) {
                    List.of(ana, ben).forEach(DatabaseLossIT::isAnsweredWithoutTheDatabase); // or is taken for gone
                    assertThat(readiness(server)).isEqualTo(503);
                    isToldThatTheDatabaseIsAway(server);
                    entersAndReadsFromMemory(server, late, room);
                }
            } finally {
                recovery.run();
            }

            goesOn(ana, room, "k2", "after");
            goesOn(ben, room, "k3", "and after");
            assertThat(ana.isOpen()).isTrue();
            assertThat(ben.isOpen()).isTrue();
            haveInHistory(List.of(ana, ben), room, "1before", "2after", "3and after");
        }
        Awaitility.await().atMost(BACK).until(() -> readiness(one) == 200 && readiness(two) == 200);
        assertThatTheArchiveHas(room, quiet, hasty);
        assertThatTheLogsNameNoAttempts();
    }

    private static void haveInHistory(List<ChatClient> clients, String room, String... said) {
        for (ChatClient client : clients) {
            Awaitility.await()
                    .atMost(BACK)
                    .untilAsserted(() -> assertThat(history(client, room)).containsExactly(said));
        }
    }

    /** A part for each join of those who left at the end, and one of each of who went before the room could be read. */
    private static void assertThatTheArchiveHas(String room, String quiet, ChatServer.Person hasty) {
        JdbcComplianceArchive archive = new JdbcComplianceArchive(pool().complianceUrl(), "sa", "sa");
        Awaitility.await("the end of " + room)
                .atMost(BACK)
                .until(() -> archive.count(room, "PART") >= archive.count(room, "JOIN"));
        Map<String, Long> once = Map.of(hasty.account(), 1L);
        assertThat(archive.counts(quiet, "JOIN")).isEqualTo(once);
        assertThat(archive.counts(quiet, "PART")).isEqualTo(once);
    }

    private static void entersAndGoesBeforeTheRoomCanBeRead(ChatClient client, String room) {
        long unanswered = client.send("'do':'enter','room':'" + room + "'");
        assertThat(unanswered).isPositive();
        isAnsweredWithoutTheDatabase(client); // what was sent before has begun
        client.close();
    }

    /** Said by those who needed the database, not for each attempt to reach it. */
    private static void assertThatTheLogsNameNoAttempts() {
        assertThat(pool().servers())
                .allSatisfy(server -> assertThat(server.log())
                        .anyMatch(line -> line.contains("PCHAT1300"))
                        .noneMatch(line -> line.contains("IJ000604")));
    }

    private static void isRefusedInTime(ChatClient client, String room, String key, String body) {
        long begun = System.nanoTime();
        JsonNode refused = client.post(room, key, body).path("error");
        assertThat(refused.path("code").asText()).isEqualTo("UNAVAILABLE");
        assertThat(refused.path("retry").asBoolean()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(IN_TIME);
    }

    private static void isAnsweredWithoutTheDatabase(ChatClient client) {
        assertThat(client.ask("'do':'ping'").has("ok")).isTrue();
    }

    /** Of what only the database knows: a password, for instance. */
    private static void isToldThatTheDatabaseIsAway(ChatServer server) {
        HttpResponse<String> refused =
                server.call("POST", "/api/v1/tokens", null, "{\"account\":\"ana\",\"password\":\"ana-demo\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(ChatServer.json(refused.body()).path("code").asText()).isEqualTo("UNAVAILABLE");
    }

    /** How far the person has read is not known without the database; everything else is. */
    private static void entersAndReadsFromMemory(ChatServer server, ChatServer.Person person, String room) {
        try (ChatClient client = ChatClient.connect(server, person.token())) {
            JsonNode entered = client.enter(room);
            assertThat(entered.at("/events/0/body").asText()).isEqualTo("before");
            assertThat(entered.path("last").asLong()).isEqualTo(1);
            assertThat(entered.has("marker")).isFalse();
            assertThat(history(client, room)).containsExactly("1before");
        }
    }

    private static void goesOn(ChatClient client, String room, String key, String body) {
        Awaitility.await().atMost(BACK).until(() -> client.post(room, key, body).has("ok"));
    }

    private static List<String> history(ChatClient client, String room) {
        JsonNode events = client.ask("'do':'history','room':'" + room + "'").at("/ok/events");
        return IntStream.range(0, events.size())
                .mapToObj(i -> events.get(i).path("seq").asInt()
                        + events.get(i).path("body").asText())
                .toList();
    }

    private static int readiness(ChatServer server) {
        return server.call("GET", "/api/v1/ready", null, "").statusCode();
    }
}
