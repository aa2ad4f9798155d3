package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.ServerManagement;
import org.persistentchat.harness.TestDatabase;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.soak.Soak;
import org.persistentchat.loadtest.soak.SoakReport;
import org.persistentchat.loadtest.soak.SoakSettings;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/**
 * While people talk, the compliance database is killed, the broker is stopped, and both, and come back after a while: {@code
 * -Dpersistentchat.outage.seconds=600} for as long as the guarantee names. Nobody notices, and nothing is missing afterwards.
 */
class OutageIT {

    private static final int SECONDS = Integer.getInteger("persistentchat.outage.seconds", 5);
    private static final int RATE = 20;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String ACCEPTOR = "/subsystem=messaging-activemq/server=default/in-vm-acceptor=in-vm";

    private static final TestDatabase CONTENT = TestDatabase.named("outage-content");
    private static final TestDatabase ARCHIVE = TestDatabase.named("outage-archive");
    private static final TestServer SERVER = TestServer.named("outage")
            .on(CONTENT)
            .archivingIn(ARCHIVE)
            .with("persistentchat.password.lowest-cost", "4");
    private static final ArchivePath PATH = new ArchivePath(SERVER);

    @BeforeAll
    static void start() {
        CONTENT.start();
        ARCHIVE.start();
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        ARCHIVE.close();
        CONTENT.close();
    }

    @Test
    void whenTheArchiveAndTheBrokerWereAwayNothingIsMissing() {
        Officer officer = Officer.appointed(new ChatServer(SERVER.address()));
        try (Soak soak = Soak.open(settings(), Progress.SILENT)) {
            outage(soak, ARCHIVE::kill, ARCHIVE::start);
            outage(soak, () -> broker("stop"), () -> broker("start"));
            outage(soak, OutageIT::stopBoth, OutageIT::startBoth);

            SoakReport report = soak.finish(new JdbcComplianceArchive(ARCHIVE.complianceUrl(), "sa", "sa"));
            System.out.print(report.text());
            assertThat(report.passed()).as(report.text()).isTrue();
            assertThat(report.archived()).isEqualTo(report.history());
            assertThat(report.absences().count()).as("who lost the server").isZero();
            assertThat(report.skipped())
                    .as("moments at which everybody waited, which a machine that stands still brings, too")
                    .isLessThan(report.said() / 4);
        }
        assertCompleteAfterTheNextComparison(officer);
    }

    /** The chat goes on meanwhile, and records wait. */
    private static void outage(Soak soak, Runnable begin, Runnable end) {
        PATH.awaitCaughtUp();
        begin.run();
        try {
            long said = soak.acknowledged();
            Waiting.pause(Duration.ofSeconds(SECONDS).toMillis());
            Awaitility.await("the outage lasts").atMost(SOON).untilAsserted(() -> {
                assertThat(soak.acknowledged() - said).as("posts meanwhile").isGreaterThan(SECONDS * RATE / 2);
                assertThat(PATH.secondsBehind()).isGreaterThan(SECONDS / 2.0);
            });
        } finally {
            end.run();
        }
        PATH.awaitCaughtUp();
    }

    private static void stopBoth() {
        broker("stop");
        ARCHIVE.kill();
    }

    private static void startBoth() {
        broker("start");
        ARCHIVE.start();
    }

    private static void broker(String operation) {
        try (ServerManagement operations = SERVER.operations()) {
            operations.execute(ACCEPTOR, operation);
        }
    }

    private static void assertCompleteAfterTheNextComparison(Officer officer) {
        String before = comparedUpTo(officer.status());
        Awaitility.await("a later comparison")
                .atMost(PATIENCE)
                .until(() -> comparedUpTo(officer.status()).compareTo(before) > 0);
        Awaitility.await("nothing is missing").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode status = officer.status();
            assertThat(status.path("complete").asBoolean())
                    .as(status.toString())
                    .isTrue();
            assertThat(status.at("/archive/missing").asLong()).isZero();
            assertThat(status.at("/archive/surplus").asLong()).isZero();
        });
    }

    private static String comparedUpTo(JsonNode status) {
        return status.at("/archive/comparedUpTo").asText();
    }

    private static SoakSettings settings() {
        return new SoakSettings(
                List.of(org.persistentchat.loadtest.client.ChatServer.of(
                        SERVER.address().toString())),
                false,
                new Credentials("admin", "admin-demo"),
                24,
                4,
                2,
                RATE,
                60,
                "outage",
                4,
                PATIENCE,
                1);
    }
}
