package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestPool;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.irc.SampleLogs;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.Replay;
import org.persistentchat.loadtest.replay.ReplayReport;
import org.persistentchat.loadtest.replay.ReplaySettings;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/** Two servers are one chat, and one of them dies. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoolIT {
    private static final int POSTS = 40;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static @Nullable TestPool running;

    /** Where somebody was on the server that was killed. */
    private static String lostRoom = "";

    private final ChatServer one = new ChatServer(pool().servers().get(0).address());
    private final ChatServer two = new ChatServer(pool().servers().get(1).address());
    private final ChatServer.Person ana = one.newPerson();
    private final ChatServer.Person ben = one.newPerson();

    private static TestPool pool() {
        if (running == null) {
            throw new IllegalStateException("Not started");
        }
        return running;
    }

    @BeforeAll
    static void start() {
        running = TestPool.started("pool", 2, Map.of());
    }

    @AfterAll
    static void stop() {
        pool().close();
    }

    /** A room that was made at one server, when the other knows it. */
    private String newRoom(String privacy, String... members) {
        String room = one.newRoom(privacy, members);
        two.awaitRoom(room);
        return room;
    }

    @Test
    @Order(1)
    void peopleOnBothServersTalkInOneRoomInOneOrder() {
        String room = newRoom("open");
        try (ChatClient here = ChatClient.connect(one, ana.token());
                ChatClient there = ChatClient.connect(two, ben.token())) {
            here.enter(room);
            there.enter(room);
            CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> post(there, room, "there"));
            post(here, room, "here");
            posting.join();

            List<String> heardHere = bodies(here, room);
            assertThat(heardHere).hasSize(2 * POSTS);
            assertThat(bodies(there, room)).isEqualTo(heardHere);
        }
    }

    private static void post(ChatClient client, String room, String who) {
        for (int number = 0; number < POSTS; number++) {
            assertThat(client.post(room, who + number, who + number).has("ok")).isTrue();
        }
    }

    /** All that was pushed, which must be all that was said, each once, in order. */
    private static List<String> bodies(ChatClient client, String room) {
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < 2 * POSTS) {
            client.push("events").path("events").forEach(events::add);
        }
        assertThat(events.stream().map(event -> event.path("seq").asLong()).toList())
                .as("sequences in " + room)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 * POSTS).boxed().toList());
        return events.stream().map(event -> event.path("body").asText()).toList();
    }

    @Test
    @Order(2)
    void aMessageComesWithinSecondsThoughNothingFollowsIt() {
        String room = newRoom("open");
        try (ChatClient here = ChatClient.connect(one, ana.token());
                ChatClient there = ChatClient.connect(two, ben.token())) {
            here.enter(room);
            there.enter(room);
            List<Long> took = new ArrayList<>();
            for (int number = 1; number <= 20; number++) {
                here.post(room, "k" + number, "said");
                long begun = System.nanoTime();
                JsonNode push = there.push("events");
                took.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
                assertThat(push.at("/events/0/seq").asInt()).isEqualTo(number);
            }
            assertThat(took).allMatch(millis -> millis < 3_000);
        }
    }

    @Test
    @Order(3)
    void aRightThatIsTakenOnOneServerEndsWithinASecondOnTheOther() {
        try (ChatClient there = ChatClient.connect(two, ben.token())) {
            Promptness.assertWithin(SECOND, time -> putOut(there));
        }
    }

    /** How long ben stays in a room at the other server after he was taken from its members. */
    private Duration putOut(ChatClient there) {
        String room = newRoom("closed", ana.account(), ben.account());
        there.enter(room);
        String removal = "{\"remove\":{\"members\":[\"person:" + ben.account() + "\"]}}";
        assertThat(one.call("POST", "/api/v1/rooms/" + room + "/members", one.adminToken(), removal)
                        .statusCode())
                .isEqualTo(200);
        long begun = System.nanoTime();
        assertThat(there.push("left").path("room").asText()).isEqualTo(room);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    @Order(4)
    void whatIsConfiguredOnOneServerHoldsWithinASecondOnTheOther() {
        String room = newRoom("open");
        try (ChatClient there = ChatClient.connect(two, ben.token())) {
            there.enter(room);
            Promptness.assertWithin(SECOND, time -> configured(there, 10 - time));
            assertThat(there.post(room, "k", "1234567890").at("/error/code").asText())
                    .isEqualTo("MESSAGE_TOO_LONG");
        } finally {
            configure("{\"BodyCharacters\":null}");
        }
    }

    /** How long the other server has the limit that held before. */
    private Duration configured(ChatClient there, int characters) {
        configure("{\"BodyCharacters\":" + characters + "}");
        long begun = System.nanoTime();
        assertThat(there.push("limits").at("/limits/bodyCharacters").asInt()).isEqualTo(characters);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void configure(String values) {
        ChatServer.json(
                one.call("PATCH", "/api/v1/configuration", one.adminToken(), values, Map.of("If-Match", "*")), 200);
    }

    @Test
    @Order(5)
    @SuppressWarnings("try") // the connection ends before the others on purpose
    void whoIsThereAndWhoTypesIsSeenOnBothServers() {
        String room = newRoom("open");
        try (ChatClient here = ChatClient.connect(one, ana.token());
                ChatClient there = ChatClient.connect(two, ben.token())) {
            here.enter(room);
            here.ask("'do':'show','rooms':['" + room + "']");
            there.enter(room);
            awaitPeople(here, room, 2);
            there.ask("'do':'show','rooms':['" + room + "']");
            awaitPeople(there, room, 2);

            there.close();
            awaitPeople(here, room, 1);
        }
    }

    private static void awaitPeople(ChatClient client, String room, int people) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(client.ask("'do':'show','rooms':['" + room + "']")
                                .at("/ok/rooms/0/count")
                                .asInt())
                        .isEqualTo(people));
    }

    @Test
    @Order(6)
    void aReadMarkerMovesOnTheDevicesOfBothServers() {
        String room = newRoom("open");
        try (ChatClient here = ChatClient.connect(one, ana.token());
                ChatClient there = ChatClient.connect(two, ana.token())) {
            here.enter(room);
            there.enter(room);
            for (int number = 1; number <= 10; number++) {
                here.post(room, "k" + number, "said");
                here.ask("'do':'mark','room':'" + room + "','seq':" + number);
            }
            assertThat(there.push("marker").path("room").asText()).isEqualTo(room);
        }
    }

    @Test
    @Order(7)
    void realConversationsOverBothServersAreCompleteInHistoryForListenersAndInTheArchive() {
        Replay replay = new Replay(
                List.of(
                        org.persistentchat.loadtest.client.ChatServer.of(
                                pool().servers().get(0).address().toString()),
                        org.persistentchat.loadtest.client.ChatServer.of(
                                pool().servers().get(1).address().toString())),
                new Credentials("admin", "admin-demo"),
                ReplaySettings.of("pool"),
                new Following());
        ReplayReport report =
                replay.run(SampleLogs.read(), new JdbcComplianceArchive(pool().complianceUrl(), "sa", "sa"));
        assertThat(report.passed()).as(report.text()).isTrue();
    }

    /** The replay makes everything at one server: before a phase begins, the other follows what was made, by making somebody itself. */
    private final class Following implements Progress {
        @Override
        public void phase(String name, long total) {
            two.newPerson();
        }

        @Override
        public void step() {
            // only phases count
        }
    }

    @Test
    @Order(8)
    void aServerIsKilledAndItsClientsGoOnAtTheOtherWithoutAGap() {
        String room = newRoom("open");
        try (ChatClient here = ChatClient.connect(one, ana.token());
                ChatClient there = ChatClient.connect(two, ben.token())) {
            here.enter(room);
            here.ask("'do':'show','rooms':['" + room + "']");
            there.enter(room);
            there.post(room, "k1", "before");
            awaitPeople(here, room, 2);

            pool().servers().get(1).kill();
            lostRoom = room;
            here.post(room, "k2", "while away");
            awaitPeople(here, room, 1);

            try (ChatClient back = ChatClient.connect(one, ben.token())) {
                JsonNode resumed = back.ask("'do':'resume','rooms':[{'room':'" + room + "','after':1}]")
                        .at("/ok/rooms/0");
                assertThat(resumed.at("/events/0/body").asText()).isEqualTo("while away");
                assertThat(back.post(room, "k1", "before").at("/ok/seq").asInt())
                        .isEqualTo(1);
                assertThat(back.post(room, "k3", "back").at("/ok/seq").asInt()).isEqualTo(3);
            }
        }
    }

    @Test
    @Order(9)
    void theServerComesBackToThePoolAndWhoWasOnItHasAPartInTheArchiveOnce() {
        assumeThat(lostRoom).as("where somebody was when the server was killed").isNotEmpty();
        pool().servers().get(1).start();
        JdbcComplianceArchive archive = new JdbcComplianceArchive(pool().complianceUrl(), "sa", "sa");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(archive.records(lostRoom).stream()
                                .filter(record ->
                                        record.kind().equals("PART") && "server lost".equals(record.content()))
                                .count())
                        .isEqualTo(1));
        peopleOnBothServersTalkInOneRoomInOneOrder();
    }
}
