package org.persistentchat.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.Build;
import org.persistentchat.harness.TestDomain;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.soak.Soak;
import org.persistentchat.loadtest.soak.SoakReport;
import org.persistentchat.loadtest.soak.SoakSettings;

/**
 * A WildFly domain as a user starts, upgrades and stops it. Two servers, because each needs some ten seconds of a processor to start; the four that it has by
 * default with {@code -Dpersistentchat.test.domain-servers=4}. Takes minutes, and is run with {@code -Dpersistentchat.test.domain=true} only.
 */
@EnabledIfSystemProperty(named = "persistentchat.test.domain", matches = "true")
class DomainIT {
    private static final int SERVERS = Integer.getInteger("persistentchat.test.domain-servers", 2);
    private static final double LONGEST_MEDIAN_AWAY_MILLIS = 2_000;

    @Test
    void theServersAreOneChatAlsoWhileTheyAreUpgraded() {
        try (TestDomain domain = TestDomain.named("domain", SERVERS).start()) {
            whatIsSaidOnOneIsHeardOnAll(domain.addresses());
            SoakReport report = upgradedUnderLoad(domain);
            System.out.print(report.text());
            assertThat(report.passed()).as(report.text()).isTrue();
            assertThat(report.absences().count()).as(report.text()).isPositive();
            assertThat(report.absences().median()).as(report.text()).isLessThan(LONGEST_MEDIAN_AWAY_MILLIS);
            whatIsSaidOnOneIsHeardOnAll(domain.addresses());
            domain.stop();
            assertThat(domain.isGone()).isTrue();
        }
    }

    private static void whatIsSaidOnOneIsHeardOnAll(List<URI> addresses) {
        List<ChatServer> servers = addresses.stream().map(ChatServer::new).toList();
        String token = servers.get(0).newPerson().token();
        String room = servers.get(0).newRoom("open");
        List<ChatClient> clients = new ArrayList<>();
        try {
            for (ChatServer server : servers) {
                ChatClient client = ChatClient.connect(server, token);
                clients.add(client);
                server.awaitRoom(room);
                assertThat(client.enter(room).path("last").asLong()).isZero();
            }
            assertThat(clients.get(0).post(room, "k1", "hello").has("ok")).isTrue();
            for (ChatClient client : clients) {
                assertThat(client.push("events").at("/events/0/body").asText()).isEqualTo("hello");
            }
        } finally {
            clients.forEach(ChatClient::close);
        }
    }

    private static SoakReport upgradedUnderLoad(TestDomain domain) {
        SoakSettings settings = new SoakSettings(
                domain.addresses().stream()
                        .map(address -> org.persistentchat.loadtest.client.ChatServer.of(address.toString()))
                        .toList(),
                false,
                new Credentials("admin", "admin-demo"),
                20,
                5,
                3,
                5,
                40,
                "domain",
                4,
                Duration.ofSeconds(60),
                1);
        try (Soak soak = Soak.open(settings, Progress.SILENT)) {
            soak.fault("roll-out");
            Build build = Build.marked("domain");
            assertThat(domain.rollOut(build)).contains("chat-" + SERVERS + " runs");
            assertThat(domain.addresses()).allMatch(build::runsAt);
            return soak.finish(null);
        }
    }
}
