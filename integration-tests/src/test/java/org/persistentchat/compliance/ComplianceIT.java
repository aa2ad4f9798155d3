package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.ServerManagement;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.ChatRest;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.ConnectionListener;
import org.persistentchat.loadtest.client.ConnectionSettings;
import org.persistentchat.loadtest.client.HistoryRange;
import org.persistentchat.loadtest.client.NewRoom;

/** Everything that happens reaches the archive, once, whatever is missing on the way for a while; the chat goes on meanwhile. */
class ComplianceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUEUE = "subsystem=messaging-activemq/server=default/jms-queue=ComplianceRecords";

    private static final TestServer SERVER = TestServer.named("compliance");
    private static final ChatNetwork NETWORK = new ChatNetwork(1);

    private String roomName = "";
    private String room = "";
    private ChatConnection ana;

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        NETWORK.close();
        SERVER.close();
    }

    @BeforeEach
    void enter() {
        List<ChatServer> servers = List.of(ChatServer.of(SERVER.address().toString()));
        ChatRest rest = new ChatRest(servers, PATIENCE);
        String admin = rest.signIn("admin", "admin-demo");
        roomName = "Audited " + UUID.randomUUID();
        room = rest.createRoom(
                admin, NewRoom.open(roomName, rest.category(admin, "Company").orElseThrow()));
        ana = ChatConnection.open(
                NETWORK, ConnectionSettings.of(servers, rest.signIn("ana", "ana-demo")), ConnectionListener.NONE);
        ana.enter(room, 0).join();
    }

    @AfterEach
    void leave() {
        ana.close();
    }

    @Test
    void joinPostHistoryViewAndPartAreRecordedWithWhoWhereAndWhat() {
        say("one");
        say("two");
        ana.history(room, HistoryRange.newest(50)).join();
        ana.leave(room).join();

        await().atMost(PATIENCE).until(() -> archive().rows(room).size() == 5);
        assertThat(archive().rows(room))
                .containsExactlyInAnyOrder(
                        row("JOIN", 0, null),
                        row("POST", 1, "one"),
                        row("POST", 2, "two"),
                        row("HISTORY_VIEWED", 0, "1-2"),
                        row("PART", 0, null));
    }

    @Test
    void whileTheBrokerDeliversNothingTheChatGoesOnAndTheArchiveGetsAllAfterwards() {
        try (ServerManagement operations = SERVER.operations()) {
            operations.execute(QUEUE, "pause");
            List<String> said = sayMany();
            await().atMost(PATIENCE).until(() -> metric("persistentchat_compliance_outbox_batches") > 0);
            assertThat(archive().posts(room)).isEmpty();

            operations.execute(QUEUE, "resume");
            archivedOnce(said);
        }
        await().atMost(PATIENCE).until(() -> metric("persistentchat_compliance_outbox_batches") == 0);
    }

    @Test
    void whileTheArchiveCannotBeWrittenTheChatGoesOnAndTheArchiveGetsAllAfterwards() {
        archive().execute("ALTER TABLE compliance_record RENAME TO away");
        List<String> said = sayMany();
        await().atMost(PATIENCE).until(() -> metric("persistentchat_compliance_archive_failures_total") > 0);

        archive().execute("ALTER TABLE away RENAME TO compliance_record");
        archivedOnce(said);
    }

    @Test
    void aServerKilledWhileRecordsWaitSendsThemAfterItsNextStart() {
        try (ServerManagement operations = SERVER.operations()) {
            operations.execute(QUEUE, "pause");
        }
        List<String> said = sayMany();
        SERVER.kill();
        SERVER.start();

        archivedOnce(said);
    }

    private static Archive archive() {
        return new Archive(SERVER.complianceUrl());
    }

    private Archive.Row row(String kind, long sequence, @Nullable String content) {
        return new Archive.Row(kind, sequence, roomName, "Company", "ana", "Ana Ruiz", true, content);
    }

    private void say(String body) {
        ana.post(room, UUID.randomUUID().toString(), body).join();
    }

    private List<String> sayMany() {
        List<String> said = IntStream.range(0, 20).mapToObj(i -> "message " + i).toList();
        said.forEach(this::say);
        return said;
    }

    private void archivedOnce(List<String> said) {
        await().atMost(PATIENCE).until(() -> archive().posts(room).size() >= said.size());
        assertThat(archive().posts(room)).containsExactlyInAnyOrderElementsOf(said);
    }

    private static double metric(String name) {
        URI metrics = SERVER.management().resolve("prometheus");
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new AssertionError(asked);
        }
    }
}
