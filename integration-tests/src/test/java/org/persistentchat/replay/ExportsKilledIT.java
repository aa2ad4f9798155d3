package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.compliance.Officer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.Credentials;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.soak.Soak;
import org.persistentchat.loadtest.soak.SoakReport;
import org.persistentchat.loadtest.soak.SoakSettings;

/**
 * The server is killed at random points of the runs of three adapters, again and again, while people talk and another system takes the finished files away.
 * The profile {@code long} does it 100 times.
 */
class ExportsKilledIT {

    private static final int KILLS = Integer.getInteger("persistentchat.kills", 4);
    /** A kill meets a slice half made or does not; this many of them do. */
    private static final int MET = KILLS / 4;

    /** How often at most the server is killed until that many did: on a slow machine most of a run is waiting. */
    private static final int MOST_KILLS = 3 * KILLS;

    private static final long SEED = Long.getLong("persistentchat.seed", 20261126);
    private static final int LONGEST_RUN_MILLIS = 600;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String TAKEN = "taken";

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void overAllFinishedFilesNoRecordIsMissingAndNoneIsRepeated() throws IOException {
        try (TestServer server = exporting().start();
                Soak soak = Soak.open(talk(server), Progress.SILENT)) {
            Officer officer = Officer.appointed(new ChatServer(server.address()));
            int met = 0;
            int kills = 0;
            while (kills < KILLS || (met < MET && kills < MOST_KILLS)) {
                Set<String> left = hidden();
                awaitRun(officer);
                Waiting.pause(random.nextInt(LONGEST_RUN_MILLIS));
                server.kill();
                kills++;
                met += left.containsAll(hidden()) ? 0 : 1;
                soak.fault("kill -9");
                take();
                server.start();
                awaitArchive(officer);
            }
            SoakReport report =
                    soak.finish(new ExportedArchive(server, folder, officer, ExportedArchive.Lateness.OF_LOST_SERVERS));

            System.out.println("Of " + kills + " kills " + met + " met a slice half made; " + report.text());
            assertThat(report.passed()).as(report.text()).isTrue();
            assertThat(report.archived()).as("exported posts").isEqualTo(report.history());
            assertThat(met).as("kills that met a slice half made").isGreaterThanOrEqualTo(MET);
        }
    }

    private TestServer exporting() {
        TestServer server = TestServer.named("exports-killed")
                .with("persistentchat.password.lowest-cost", "4")
                .with("persistentchat.compliance.adapters", String.join(",", ExportedArchive.ADAPTERS))
                .with("persistentchat.compliance.adapter.mail.type", "eml")
                .with("persistentchat.compliance.adapter.xml.one-room-per-file", "true");
        for (String name : ExportedArchive.ADAPTERS) {
            server.with(
                    "persistentchat.compliance.adapter." + name + ".directory",
                    folder.resolve(name).toString());
        }
        return server;
    }

    private static SoakSettings talk(TestServer server) {
        return new SoakSettings(
                List.of(org.persistentchat.loadtest.client.ChatServer.of(
                        server.address().toString())),
                true,
                new Credentials("admin", "admin-demo"),
                24,
                12,
                2,
                40,
                60,
                "exports-killed",
                4,
                Duration.ofMinutes(4),
                SEED);
    }

    /** A server is ready before it has its archive: the chat does not wait for that. */
    private static void awaitArchive(Officer officer) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> officer.adapter(ExportedArchive.ADAPTERS.get(0)));
    }

    /** Asks all adapters to run, and waits until the first of them does. */
    private static void awaitRun(Officer officer) {
        Instant asked = Instant.now();
        ExportedArchive.ADAPTERS.forEach(
                adapter -> assertThat(officer.runAdapter(adapter)).isEqualTo(202));
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> ExportedArchive.ADAPTERS.stream().anyMatch(adapter -> started(officer, adapter, asked)));
    }

    private static boolean started(Officer officer, String adapter, Instant after) {
        String started = officer.adapter(adapter).path("startedAt").asText();
        return !started.isEmpty() && Instant.parse(started).isAfter(after);
    }

    /** The names of files that have not got theirs. Every attempt at a slice has others. */
    private Set<String> hidden() throws IOException {
        return files(file -> Files.isRegularFile(file) && !ExportedFiles.isFinished(file))
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
    }

    /** The other system: takes every finished file, and is never given the same one again. */
    private void take() throws IOException {
        for (Path file : files(ExportedFiles::isFinished).toList()) {
            Path taken = Files.createDirectories(file.resolveSibling(TAKEN)).resolve(file.getFileName());
            assertThat(taken).as("given a second time").doesNotExist();
            Files.move(file, taken);
        }
    }

    private Stream<Path> files(Predicate<Path> wanted) throws IOException {
        Stream.Builder<Path> found = Stream.builder();
        for (String adapter : ExportedArchive.ADAPTERS) {
            Path directory = folder.resolve(adapter);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    files.filter(wanted).forEach(found);
                }
            }
        }
        return found.build();
    }
}
