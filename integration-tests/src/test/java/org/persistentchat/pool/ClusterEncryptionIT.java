package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestPool;
import org.persistentchat.harness.TestServer;

/**
 * What servers tell each other with a key of their own: who has it is heard, who does not have it is not, and hears nothing. All start at the same moment, so that the
 * one without the key is among those that are found.
 */
class ClusterEncryptionIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** The log waits for half a minute before it complains. */
    private static final Duration TOLD = Duration.ofSeconds(90);

    private static final String PASSWORD = "of-the-pool";
    private static final String PEERS = "persistentchat_bus_peers";

    @TempDir
    Path folder;

    @Test
    void onlyServersWithTheKeyHearEachOther() throws IOException, InterruptedException {
        Path key = key(folder.resolve("cluster.p12"));
        try (TestPool pool = TestPool.prepared("cluster-encryption", 3, Map.of())) {
            List<TestServer> keyed = pool.servers().subList(0, 2);
            keyed.parallelStream()
                    .forEach(server -> server.with("persistentchat.cluster.keystore", key.toString())
                            .with("persistentchat.cluster.keystore-password", PASSWORD)
                            .with("persistentchat.cluster.secret", "of-these-servers")
                            .configuredBy("cluster-encryption.cli"));
            pool.startAtOnce();

            for (TestServer server : keyed) {
                Awaitility.await("they hear each other")
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(server.metric(PEERS))
                                .as(server.name())
                                .isEqualTo(1));
            }
            assertThat(pool.servers().get(2).metric(PEERS))
                    .as("servers that the one without the key hears")
                    .isZero();
            assertThatAllTalk(pool.servers());
            assertThatTheOperatorIsTold(keyed, pool.servers().get(2));
        }
    }

    /** The one without the key writes its heartbeat into the database. */
    private static void assertThatTheOperatorIsTold(List<TestServer> keyed, TestServer keyless) {
        for (TestServer server : keyed) {
            awaitUnheard(server, 1);
            Awaitility.await("the log names it")
                    .atMost(TOLD)
                    .until(
                            () -> server.log().stream()
                                    .filter(line -> line.contains("PCHAT2224"))
                                    .toList(),
                            told -> !told.isEmpty() && told.stream().allMatch(line -> line.contains(keyless.name())));
            assertThat(server.log())
                    .as("what was dropped of the keyless server")
                    .noneMatch(line -> line.contains("without encrypt header"));
        }
        awaitUnheard(keyless, 2);
    }

    private static void awaitUnheard(TestServer server, int others) {
        Awaitility.await("a metric has it")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(server.metric("persistentchat_bus_unheard"))
                        .as(server.name())
                        .isEqualTo(others));
    }

    /** The one without the key goes on from the database. */
    private static void assertThatAllTalk(List<TestServer> servers) {
        List<ChatServer> chats =
                servers.stream().map(server -> new ChatServer(server.address())).toList();
        String room = chats.get(0).newRoom("open");
        try (ChatClient one = enter(chats.get(0), room);
                ChatClient two = enter(chats.get(1), room);
                ChatClient alone = enter(chats.get(2), room)) {
            one.post(room, "k1", "hello");
            assertThat(two.push("events").at("/events/0/body").asText()).isEqualTo("hello");
            assertThat(alone.push("events").at("/events/0/body").asText()).isEqualTo("hello");
        }
    }

    private static ChatClient enter(ChatServer chat, String room) {
        ChatClient client = ChatClient.connect(chat, chat.newPerson().token());
        client.enter(room);
        return client;
    }

    /** As the script says that it is made. */
    private static Path key(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genseckey",
                        "-alias",
                        "cluster",
                        "-keyalg",
                        "AES",
                        "-keysize",
                        "256",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return file;
    }
}
