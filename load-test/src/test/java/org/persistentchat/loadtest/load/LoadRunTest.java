package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.fake.FakeChat;
import org.persistentchat.loadtest.fake.FakeServer;
import org.persistentchat.loadtest.fake.Faults;
import org.persistentchat.loadtest.progress.Progress;

/** Whole loads against the fake server. */
class LoadRunTest {
    private static final LoadShape WINDOW = new LoadShape(12, 4, 2, 1, 2, 0, 100);

    private final FakeChat chat = new FakeChat();
    private final FakeServer server = FakeServer.start(chat);

    @AfterEach
    void close() {
        server.close();
    }

    private LoadReport run(LoadShape shape) throws Exception {
        LoadSettings settings = new LoadSettings(
                List.of(server.address()),
                new Credentials(FakeChat.ADMIN, FakeChat.ADMIN_PASSWORD),
                List.of(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 2})),
                1_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                "t",
                4,
                1);
        ServerProcesses self = ServerProcesses.listeningOn(Stream.of(server.port()));
        return new LoadRun(settings, shape, self, Progress.SILENT).run();
    }

    private void planted(long sequence, List<Integer> copies) {
        AtomicInteger once = new AtomicInteger();
        chat.faults(new Faults() {
            private final List<JsonNode> kept = new ArrayList<>();

            @Override
            public List<JsonNode> delivered(String account, JsonNode event) {
                long seq = event.path("seq").asLong();
                boolean victim = account.equals("load-t-5");
                if (victim && seq == sequence && once.incrementAndGet() == 1) {
                    kept.add(event);
                    return copies.contains(0) ? List.of() : List.of(event, event);
                }
                if (victim && copies.contains(1) && kept.size() == 1 && seq == sequence + 1) {
                    return List.of(event, kept.remove(0));
                }
                return List.of(event);
            }
        });
    }

    @Test
    void aFaithfulServerHasNothingWrong() throws Exception {
        LoadReport report = run(WINDOW);
        assertThat(chat.protocolErrors()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.connected()).isEqualTo(12);
        assertThat(report.posts()).isPositive();
        assertThat(report.deliveries()).isGreaterThan(report.posts() * 3);
        assertThat(report.delivery().count()).isEqualTo(report.deliveries());
        assertThat(report.delivery().p50())
                .isPositive()
                .isLessThanOrEqualTo(report.delivery().max());
        assertThat(report.samples()).hasSize(3);
        assertThat(report.serverCpuSeconds()).isPositive();
        assertThat(report.memory().residentAfter()).isPositive();
        assertThat(report.text()).contains("0 missing, 0 duplicated, 0 out of order");
    }

    @Test
    void aFixedRateIsKept() throws Exception {
        LoadReport report = run(new LoadShape(8, 4, 1, 1, 0, 40, 100));
        assertThat(report.passed()).isTrue();
        assertThat(report.postsPerSecond()).isBetween(30.0, 50.0);
    }

    @Test
    void silentConnectionsAreHeld() throws Exception {
        LoadReport report = run(new LoadShape(10, 5, 5, 0, 0, 0, 0));
        assertThat(report.passed()).isTrue();
        assertThat(report.deliveries()).isZero();
    }

    @Test
    void aLostDeliveryIsMissing() throws Exception {
        planted(3, List.of(0));
        LoadReport report = run(WINDOW);
        assertThat(report.faults()).isEqualTo(new Faultlessness(1, 0, 0));
        assertThat(report.passed()).isFalse();
    }

    @Test
    void aRepeatedDeliveryIsADuplicate() throws Exception {
        planted(3, List.of());
        assertThat(run(WINDOW).faults()).isEqualTo(new Faultlessness(0, 1, 0));
    }

    @Test
    void aLateDeliveryIsOutOfOrder() throws Exception {
        planted(3, List.of(0, 1));
        assertThat(run(new LoadShape(6, 1, 1, 1, 2, 0, 100)).faults()).isEqualTo(new Faultlessness(0, 0, 1));
    }

    @Test
    void aConnectionThatIsCutIsLost() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        chat.faults(new Faults() {
            @Override
            public Reaction reaction(String account, JsonNode command) {
                boolean cut = command.path("do").asText().equals("post") && posts.incrementAndGet() == 5;
                return cut ? Reaction.DO_AND_CUT : Reaction.ANSWER;
            }
        });
        LoadReport report = run(WINDOW);
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.passed()).isFalse();
    }
}
