package org.persistentchat.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestPool;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.soak.Soak;
import org.persistentchat.loadtest.soak.SoakReport;
import org.persistentchat.loadtest.soak.SoakSettings;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/** A pool of one becomes a pool of two and of four while people talk. Servers that are there are neither told of the new ones nor restarted. */
class GrowthIT {
    private static final int SERVERS = 4;
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aPoolOfOneBecomesOneOfTwoAndOfFourWhilePeopleTalk() {
        try (TestPool pool = TestPool.prepared("growth", SERVERS, Map.of("persistentchat.password.lowest-cost", "4"))) {
            TestServer first = pool.servers().get(0);
            first.start();
            try (Soak soak = Soak.open(settings(pool), Progress.SILENT)) {
                join(pool, 2);
                assertThatPeopleMeet(first, pool.servers().get(1));
                join(pool, 3);
                join(pool, 4);
                assertThatPeopleMeet(first, pool.servers().get(3));
                SoakReport report = soak.finish(new JdbcComplianceArchive(pool.complianceUrl(), "sa", "sa"));
                assertThat(report.passed()).as(report.text()).isTrue();
                assertThat(report.absences().count())
                        .as("connections that lost their server")
                        .isZero();
                assertThat(report.archived()).as("posts in the archive").isEqualTo(report.history());
            }
        }
    }

    /** The new server knows the first, which knows of nobody. */
    private void join(TestPool pool, int number) {
        TestServer first = pool.servers().get(0);
        TestServer added = pool.servers().get(number - 1);
        added.with(
                        "persistentchat.cluster.members",
                        TestPool.clusterAddress(first) + "," + TestPool.clusterAddress(added))
                .start();
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(first.metric("persistentchat_bus_peers"))
                        .as("servers that the first hears")
                        .isEqualTo(number - 1));
    }

    private static void assertThatPeopleMeet(TestServer one, TestServer other) {
        ChatServer here = new ChatServer(one.address());
        ChatServer there = new ChatServer(other.address());
        String room = here.newRoom("open");
        try (ChatClient ana = ChatClient.connect(here, here.newPerson().token());
                ChatClient ben = ChatClient.connect(there, there.newPerson().token())) {
            ana.enter(room);
            ben.enter(room);
            ana.post(room, "k1", "welcome");
            assertThat(ben.push("events").at("/events/0/body").asText()).isEqualTo("welcome");
        }
    }

    private static SoakSettings settings(TestPool pool) {
        return new SoakSettings(
                List.of(org.persistentchat.loadtest.client.ChatServer.of(
                        pool.servers().get(0).address().toString())),
                true,
                new Credentials("admin", "admin-demo"),
                24,
                6,
                2,
                10,
                60,
                "growth",
                4,
                Duration.ofMinutes(2),
                1);
    }
}
