package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.fake.FakeChat;
import org.persistentchat.loadtest.fake.FakeServer;
import org.persistentchat.loadtest.progress.Progress;

/** What entering costs, against the fake server. */
class EnteringBenchTest {
    private final FakeChat chat = new FakeChat();

    @Test
    void everyRoundEntersOnce() {
        try (FakeServer server = FakeServer.start(chat)) {
            LoadSettings settings = new LoadSettings(
                    List.of(server.address()),
                    new Credentials(FakeChat.ADMIN, FakeChat.ADMIN_PASSWORD),
                    List.of(),
                    1_000,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    "t",
                    4,
                    1);
            ServerProcesses self = ServerProcesses.listeningOn(Stream.of(server.port()));
            EnteringBench.Rounds rounds = new EnteringBench(settings, self, Progress.SILENT).run();
            assertThat(rounds.rounds()).isEqualTo(rounds.latency().count()).isGreaterThanOrEqualTo(10);
            assertThat(rounds.latency().p50()).isPositive();
            assertThat(rounds.serverCpuMillisPerRound()).isBetween(rounds.lowest(), rounds.highest());
            assertThat(chat.protocolErrors()).isEmpty();
        }
    }
}
