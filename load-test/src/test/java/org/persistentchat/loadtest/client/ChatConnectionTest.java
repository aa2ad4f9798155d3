package org.persistentchat.loadtest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.fake.FakeChat;
import org.persistentchat.loadtest.fake.FakeServer;
import org.persistentchat.loadtest.fake.Faults;

/** What a connection promises to its user, through breaks, silence and refusals. */
class ChatConnectionTest {
    private final FakeChat chat = new FakeChat();
    private final ChatNetwork network = new ChatNetwork(1);
    private FakeServer server = FakeServer.start(chat);
    private final String room = chat.room("Operations");

    @AfterEach
    void close() {
        network.close();
        server.close();
        assertThat(chat.protocolErrors()).isEmpty();
    }

    private ChatConnection connect(String account) {
        return ChatConnection.open(network, settings(account), ConnectionListener.NONE);
    }

    private ConnectionSettings settings(String account) {
        return ConnectionSettings.of(List.of(server.address()), chat.person(account))
                .with(new Backoff(Duration.ofMillis(10), Duration.ofMillis(100)));
    }

    private static <T> T answer(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static List<Long> sequences(ChatConnection connection, String room) {
        return connection.stream(room).orElseThrow().received().stream()
                .map(ChatEvent::seq)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void received(ChatConnection connection, String room, long count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> connection.stream(room).orElseThrow().receivedCount() >= count);
    }

    private static RoomStream stream(ChatConnection connection, String room) {
        return connection.stream(room).orElseThrow();
    }

    @Test
    void theGreetingTellsWhoOneIs() throws Exception {
        try (ChatConnection ana = connect("ana")) {
            assertThat(answer(ana.ready()).account()).isEqualTo("ana");
        }
    }

    @Test
    void aPostIsAnsweredAndHeardByEverybody() throws Exception {
        try (ChatConnection ana = connect("ana");
                ChatConnection bob = connect("bob")) {
            answer(ana.enter(room, 0));
            answer(bob.enter(room, 0));
            String body = "tab\t \b, quote \", \u2028, \uD83D\uDE00, trailing  ";
            assertThat(answer(ana.post(room, "k1", body)).seq()).isEqualTo(1);
            received(bob, room, 1);
            received(ana, room, 1);
            assertThat(stream(bob, room).received().get(0).body()).isEqualTo(body);
        }
    }

    @Test
    void enteringBringsTheNewestPageOldestFirst() throws Exception {
        chat.person("eve");
        for (int number = 1; number <= 5; number++) {
            chat.say(room, "eve", "line " + number);
        }
        try (ChatConnection ana = connect("ana")) {
            Entered entered = answer(ana.enter(room, 2));
            assertThat(entered.last()).isEqualTo(5);
            assertThat(entered.events()).extracting(ChatEvent::seq).containsExactly(4L, 5L);
            chat.say(room, "eve", "line 6");
            received(ana, room, 1);
            assertThat(sequences(ana, room)).containsExactly(6L);
            assertThat(stream(ana, room).faultCount()).isZero();
        }
    }

    @Test
    void historyIsReadInEveryDirection() throws Exception {
        chat.person("eve");
        for (int number = 1; number <= 9; number++) {
            chat.say(room, "eve", "line " + number);
        }
        try (ChatConnection ana = connect("ana")) {
            assertThat(answer(ana.history(room, HistoryRange.after(3, 2))).events())
                    .extracting(ChatEvent::seq)
                    .containsExactly(4L, 5L);
            assertThat(answer(ana.history(room, HistoryRange.before(3, 5))).events())
                    .extracting(ChatEvent::seq)
                    .containsExactly(1L, 2L);
            HistoryPage newest = answer(ana.history(room, HistoryRange.newest(1)));
            assertThat(newest.last()).isEqualTo(9);
            assertThat(newest.events()).extracting(ChatEvent::seq).containsExactly(9L);
        }
    }

    @Test
    void afterABreakEverythingMissedArrivesOnceAndInOrder() throws Exception {
        try (ChatConnection ana = connect("ana")) {
            chat.person("eve");
            answer(ana.enter(room, 0));
            for (int round = 0; round < 5; round++) {
                chat.say(room, "eve", "before");
                server.cutAll();
                chat.say(room, "eve", "while away");
                chat.say(room, "eve", "while away");
            }
            received(ana, room, 15);
            assertThat(sequences(ana, room)).isEqualTo(upTo(15));
            assertThat(stream(ana, room).faultCount()).isZero();
        }
    }

    @Test
    void moreRoomsThanOneResumeMayNameAreAllResumed() throws Exception {
        List<String> rooms = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            rooms.add(chat.room("Room " + number));
        }
        try (ChatConnection ana = connect("ana")) {
            chat.person("eve");
            for (String each : rooms) {
                answer(ana.enter(each, 0));
            }
            server.cutAll();
            for (String each : rooms) {
                chat.say(each, "eve", "hello");
            }
            for (String each : rooms) {
                received(ana, each, 1);
            }
        }
    }

    @Test
    void aResetIsFilledFromHistoryBeforeWhatFollows() throws Exception {
        chat.faults(new Faults() {
            @Override
            public int resumeEvents() {
                return 3;
            }
        });
        try (ChatConnection ana = connect("ana")) {
            chat.person("eve");
            answer(ana.enter(room, 0));
            chat.say(room, "eve", "first");
            received(ana, room, 1);
            server.close();
            for (int number = 0; number < 23; number++) {
                chat.say(room, "eve", "while away");
            }
            server = FakeServer.start(chat, server.port());
            await().until(() -> chat.count(room, "JOIN") == 2);
            chat.say(room, "eve", "back again");
            received(ana, room, 25);
            assertThat(sequences(ana, room)).isEqualTo(upTo(25));
            assertThat(stream(ana, room).faultCount()).isZero();
        }
    }

    @Test
    void aRoomThatCannotBeResumedAtTheMomentIsTriedAgain() throws Exception {
        AtomicInteger resumes = new AtomicInteger();
        chat.faults(new Faults() {
            @Override
            public boolean refusesToResume(String room) {
                return resumes.incrementAndGet() <= 2;
            }
        });
        try (ChatConnection ana = connect("ana")) {
            chat.person("eve");
            answer(ana.enter(room, 0));
            server.cutAll();
            chat.say(room, "eve", "while away");
            received(ana, room, 1);
            assertThat(resumes).hasValue(3);
            assertThat(stream(ana, room).faultCount()).isZero();
        }
    }

    @Test
    void aPostWhoseAnswerWasLostIsSentAgainAndStoredOnce() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        chat.faults(new Faults() {
            @Override
            public Reaction reaction(String account, JsonNode command) {
                boolean first = command.path("do").asText().equals("post") && posts.incrementAndGet() == 1;
                return first ? Reaction.DO_AND_CUT : Reaction.ANSWER;
            }
        });
        try (ChatConnection ana = connect("ana")) {
            answer(ana.enter(room, 0));
            assertThat(answer(ana.post(room, "k1", "once")).seq()).isEqualTo(1);
            assertThat(answer(ana.post(room, "k2", "next")).seq()).isEqualTo(2);
            assertThat(posts.get()).isEqualTo(3);
            received(ana, room, 2);
            assertThat(sequences(ana, room)).isEqualTo(upTo(2));
        }
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        chat.faults(new Faults() {
            @Override
            public Reaction reaction(String account, JsonNode command) {
                boolean early = command.path("do").asText().equals("post") && posts.incrementAndGet() <= 3;
                return early ? Reaction.BUSY : Reaction.ANSWER;
            }
        });
        try (ChatConnection ana = connect("ana")) {
            answer(ana.enter(room, 0));
            assertThat(answer(ana.post(room, "k1", "patience")).seq()).isEqualTo(1);
        }
    }

    @Test
    void anErrorThatWillNotChangeIsGivenToTheCaller() throws Exception {
        try (ChatConnection ana = connect("ana")) {
            answer(ana.ready());
            assertThatThrownBy(() -> answer(ana.post(room, "k1", "not inside")))
                    .hasRootCauseInstanceOf(ChatErrorException.class)
                    .hasMessageContaining("NOT_ENTERED");
            assertThatThrownBy(() -> answer(ana.enter("nowhere", 0))).hasMessageContaining("ROOM_NOT_FOUND");
        }
    }

    @Test
    void aRefusedTokenEndsTheConnectionForGood() {
        ConnectionSettings unknown = ConnectionSettings.of(List.of(server.address()), "no such token");
        try (ChatConnection nobody = ChatConnection.open(network, unknown, ConnectionListener.NONE)) {
            assertThatThrownBy(() -> answer(nobody.ready())).hasRootCauseInstanceOf(ConnectionLostException.class);
        }
    }

    @Test
    void aServerThatComesLateIsWaitedFor() throws Exception {
        chat.faults(new Faults() {
            private int asked;

            @Override
            public int refusal() {
                return asked++ < 3 ? 503 : 0;
            }
        });
        try (ChatConnection ana = connect("ana")) {
            assertThat(answer(ana.ready()).account()).isEqualTo("ana");
        }
    }

    @Test
    void theNextServerOfTheListIsTried() throws Exception {
        ChatServer nobody = ChatServer.of("http://127.0.0.1:1");
        ConnectionSettings both = ConnectionSettings.of(List.of(nobody, server.address()), chat.person("ana"))
                .with(new Backoff(Duration.ofMillis(10), Duration.ofMillis(10)));
        try (ChatConnection ana = ChatConnection.open(network, both, ConnectionListener.NONE)) {
            assertThat(answer(ana.ready()).account()).isEqualTo("ana");
        }
    }

    @Test
    void whenAServerDiesThePersonGoesOnAtTheNextAndNothingIsLostOrRepeated() throws Exception {
        try (FakeServer other = FakeServer.start(chat)) {
            ConnectionSettings both = ConnectionSettings.of(
                            List.of(other.address(), server.address()), chat.person("ana"))
                    .with(new Backoff(Duration.ofMillis(10), Duration.ofMillis(10)))
                    .beginningAt(1);
            assertThat(both.servers()).containsExactly(server.address(), other.address());
            assertThat(both.beginningAt(3).servers()).containsExactly(other.address(), server.address());
            try (ChatConnection ana = ChatConnection.open(network, both, ConnectionListener.NONE)) {
                answer(ana.enter(room, 0));
                answer(ana.post(room, "k1", "before"));
                server.close();
                assertThat(answer(ana.post(room, "k2", "after")).seq()).isEqualTo(2);
                received(ana, room, 2);
                assertThat(sequences(ana, room)).isEqualTo(upTo(2));
                assertThat(stream(ana, room).faultCount()).isZero();
            }
        }
    }

    @Test
    void aServerThatFallsSilentIsLeftAndPostsAreNotLost() throws Exception {
        server.close();
        server = FakeServer.startWithHeartbeat(chat, 1);
        AtomicInteger silenced = new AtomicInteger();
        chat.faults(new Faults() {
            @Override
            public Reaction reaction(String account, JsonNode command) {
                boolean first = command.path("do").asText().equals("enter") && silenced.incrementAndGet() == 1;
                boolean silent = silenced.get() == 1
                        && (first || command.path("do").asText().equals("ping"));
                return silent ? Reaction.DO_AND_KEEP_SILENT : Reaction.ANSWER;
            }
        });
        try (ChatConnection ana = connect("ana")) {
            assertThat(answer(ana.enter(room, 0)).last()).isZero();
            assertThat(silenced.get()).isEqualTo(2);
        }
    }

    @Test
    void commandsFailWhenPatienceEnds() {
        ConnectionSettings impatient = settings("ana").givingUpAfter(Duration.ofMillis(300));
        server.close();
        try (ChatConnection ana = ChatConnection.open(network, impatient, ConnectionListener.NONE)) {
            assertThatThrownBy(() -> answer(ana.ping())).hasRootCauseInstanceOf(ConnectionLostException.class);
        }
    }

    @Test
    void leavingEndsTheRoomsPushes() throws Exception {
        try (ChatConnection ana = connect("ana")) {
            chat.person("eve");
            answer(ana.enter(room, 0));
            answer(ana.leave(room));
            chat.say(room, "eve", "unheard");
            answer(ana.ping());
            assertThat(stream(ana, room).receivedCount()).isZero();
            answer(ana.enter(room, 0));
            chat.say(room, "eve", "heard");
            received(ana, room, 1);
            assertThat(sequences(ana, room)).containsExactly(2L);
            assertThat(stream(ana, room).faultCount()).isZero();
        }
    }
}
