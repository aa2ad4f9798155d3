package org.persistentchat.archive.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.archive.adapter.csv.CsvAdapter;
import org.persistentchat.compliance.record.ComplianceRecord;

/**
 * A run is killed at random moments, again and again, while the archive grows and another system takes the finished files away. The profile {@code long} does
 * it 100 times.
 */
class CrashTest {

    private static final int CRASHES = Integer.getInteger("persistentchat.crashes", 20);
    private static final long SEED = Long.getLong("persistentchat.seed", 20261125);
    private static final int RECORDS = 150;

    /** As in a server, whose pool keeps connections: without it each call would open, close and compact the database. */
    private static final String STAYS_OPEN = ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    @Test
    void overAllFinishedFilesNoRecordIsMissingAndNoneIsRepeated() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("archive") + STAYS_OPEN;
        Path output = Files.createDirectory(folder.resolve("output"));
        Path taken = Files.createDirectory(folder.resolve("taken"));
        SampleArchive archive = new SampleArchive(url);
        Talk talk = new Talk(SEED);
        List<ComplianceRecord> said = new ArrayList<>();
        int killed = 0;
        for (int i = 0; i < CRASHES; i++) {
            List<ComplianceRecord> more = talk.next(RECORDS, Duration.ofSeconds(20));
            archive.append(more);
            said.addAll(more);
            close(url);
            killed += runAndKill(url, output, SEED + i) ? 1 : 0;
            take(output, taken);
        }
        AdaptersFixture adapters = new AdaptersFixture(archive, output);
        adapters.run(new CsvAdapter(), Map.of("one-room-per-file", "true")).run();
        assertThat(adapters.names()).noneMatch(name -> name.startsWith("."));
        take(output, taken);
        close(url);

        assertThat(killed).as("runs that were killed before they ended").isGreaterThan(CRASHES / 2);
        assertExact(taken, said);
    }

    private static boolean runAndKill(String url, Path output, long seed) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledRun.class.getName(),
                        url,
                        output.toString(),
                        String.valueOf(seed))
                .redirectErrorStream(true)
                .redirectOutput(output.resolveSibling("run-" + seed + ".log").toFile())
                .start();
        assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(() -> log(output, seed)).isIn(0, 9);
        return run.exitValue() == 9;
    }

    private static String log(Path output, long seed) {
        try {
            return Files.readString(output.resolveSibling("run-" + seed + ".log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** The other system: takes every finished file, and is never given the same one again. */
    private static void take(Path output, Path taken) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")) {
                    assertThat(taken.resolve(name)).as("given a second time").doesNotExist();
                    Files.move(file, taken.resolve(name));
                }
            }
        }
    }

    /** H2 lets the next process in when this one has shut it down. */
    private static void close(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url + ";MODE=MSSQLServer")) {
            connection.createStatement().execute("SHUTDOWN");
        }
    }

    private static void assertExact(Path taken, List<ComplianceRecord> said) throws IOException {
        Map<String, List<Fact>> byRoom = new TreeMap<>();
        try (Stream<Path> files = Files.list(taken)) {
            for (Path file : files.sorted().toList()) {
                try (InputStream csv = Files.newInputStream(file)) {
                    CsvFacts.read(csv)
                            .forEach(fact -> byRoom.computeIfAbsent(fact.room(), none -> new ArrayList<>())
                                    .add(fact));
                }
            }
        }
        Map<String, List<Fact>> expected = new TreeMap<>();
        said.forEach(record -> expected.computeIfAbsent(record.room().id(), none -> new ArrayList<>())
                .add(Fact.of(record)));
        assertThat(byRoom).isEqualTo(expected);
    }
}
