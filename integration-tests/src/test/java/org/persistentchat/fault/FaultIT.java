package org.persistentchat.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.TestPool;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.soak.Soak;
import org.persistentchat.loadtest.soak.SoakPage;
import org.persistentchat.loadtest.soak.SoakReport;
import org.persistentchat.loadtest.soak.SoakSettings;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/**
 * Each fault once in a random order; or, with {@code -Pfaults}, one after the other for half an hour. The seed is printed and decides what is done to whom,
 * and who says what; it does not decide how the servers' threads meet. All the time a twentieth of what servers tell each other is lost for good, everything
 * arrives twice, and late, and in another order.
 */
class FaultIT {
    private static final int SERVERS = Integer.getInteger("persistentchat.faults.servers", 4);
    private static final long SEED = Long.getLong("persistentchat.faults.seed", System.currentTimeMillis());
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("persistentchat.faults.minutes", 0));
    private static final Map<String, String> CHEAP_PASSWORDS = Map.of("persistentchat.password.lowest-cost", "4");
    private static final String MISSED = "persistentchat_bus_missed_total";
    private static final int PEOPLE = 48;
    private static final int ROOMS = 8;
    private static final int ROOMS_PER_PERSON = 2;
    private static final double RATE = 15;
    private static final int BODY = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final List<Fault> POSSIBLE =
            Arrays.stream(Fault.values()).filter(Fault::isPossible).toList();

    private final Random random = new Random(SEED);

    @Test
    void whateverHappensToServersNothingIsLostRepeatedOrSwapped() throws IOException {
        System.out.println("Faults with the seed " + SEED + " (-Dpersistentchat.faults.seed): " + POSSIBLE);
        try (TestPool pool = TestPool.started("fault", SERVERS, CHEAP_PASSWORDS, FaultIT::disturbed);
                Soak soak = Soak.open(settings(pool), Progress.SILENT)) {
            long end = System.nanoTime() + LENGTH.toNanos();
            do {
                for (Fault fault : inRandomOrder()) {
                    Waiting.pause(1_000 + random.nextInt(3_000));
                    fault.inject(pool, random, soak::fault);
                }
            } while (System.nanoTime() < end);
            SoakReport report = soak.finish(new JdbcComplianceArchive(pool.complianceUrl(), "sa", "sa"));
            keep(report);
            assertThat(report.passed()).as(report.text()).isTrue();
            assertThat(report.archived()).as("posts in the archive").isEqualTo(report.history());
            assertThat(report.absences().count())
                    .as("connections that lost their server")
                    .isPositive();
            assertThat(pool.servers().stream().mapToDouble(server -> server.metric(MISSED)))
                    .as("messages that servers missed, since they started")
                    .anyMatch(missed -> missed > 0);
        }
    }

    private static void disturbed(TestServer server) {
        server.configuredBy(Path.of("src/test/resources/org/persistentchat/fault/disturbed-bus.cli")
                .toAbsolutePath());
    }

    private static SoakSettings settings(TestPool pool) {
        return new SoakSettings(
                pool.addresses().stream()
                        .map(address -> ChatServer.of(address.toString()))
                        .toList(),
                false,
                new Credentials("admin", "admin-demo"),
                PEOPLE,
                ROOMS,
                ROOMS_PER_PERSON,
                RATE,
                BODY,
                "faults",
                4,
                PATIENCE,
                SEED);
    }

    private List<Fault> inRandomOrder() {
        List<Fault> faults = new ArrayList<>(POSSIBLE);
        Collections.shuffle(faults, random);
        return faults;
    }

    /** The report with its plots, whatever it says. */
    private static void keep(SoakReport report) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "faults"));
        Files.writeString(folder.resolve("report.html"), new SoakPage(report).html());
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("report.json").toFile(), report);
        System.out.print(report.text());
    }
}
