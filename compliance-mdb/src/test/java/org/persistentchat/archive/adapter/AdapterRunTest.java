package org.persistentchat.archive.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.archive.adapter.csv.CsvAdapter;
import org.persistentchat.compliance.adapter.AdapterOptions;
import org.persistentchat.compliance.adapter.ComplianceAdapter;
import org.persistentchat.compliance.adapter.OutputFiles;
import org.persistentchat.compliance.adapter.Slice;
import org.persistentchat.compliance.record.ComplianceRecord;

/** When a run makes which slices, and who may. */
class AdapterRunTest {

    @TempDir
    Path directory;

    private final SampleArchive archive = new SampleArchive();
    private final Talk talk = new Talk(7);

    private AdaptersFixture adapters() {
        return new AdaptersFixture(archive, directory);
    }

    private List<ComplianceRecord> say(int records, Duration apart) throws SQLException {
        List<ComplianceRecord> said = talk.next(records, apart);
        archive.append(said);
        return said;
    }

    private static List<String> records(List<Path> files) throws IOException {
        List<String> records = new ArrayList<>();
        for (Path file : files) {
            try (InputStream csv = Files.newInputStream(file)) {
                CsvFacts.read(csv).forEach(fact -> records.add(fact.record()));
            }
        }
        return records;
    }

    private static List<String> ids(List<ComplianceRecord> said) {
        return said.stream().map(record -> record.recordId().toString()).toList();
    }

    @Test
    void anArchiveThatIsEmptyGivesNoFile() throws Exception {
        AdaptersFixture adapters = adapters();
        adapters.want("csv");
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isZero();
        assertThat(adapters.files()).isEmpty();
    }

    @Test
    void anIntervalThatIsNotOverGivesNoFile() throws Exception {
        say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        adapters.now = talk.now().plusSeconds(30);
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isZero();
        adapters.now = Talk.BEGIN.plus(AdaptersFixture.INTERVAL).plus(SliceReader.SETTLING);
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
    }

    @Test
    void whoAsksForARunGetsWhatThereIs() throws Exception {
        List<ComplianceRecord> said = say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        adapters.now = talk.now();
        adapters.want("csv");
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
        assertThat(adapters.progress.get("csv").wanted()).isFalse();
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isZero();
    }

    @Test
    void anIntervalIsASliceAndAQuietOneIsNone() throws Exception {
        List<ComplianceRecord> said = new ArrayList<>(say(20, Duration.ofSeconds(10)));
        talk.next(1, Duration.ofHours(30));
        said.addAll(say(20, Duration.ofSeconds(10)));
        AdaptersFixture adapters = adapters();
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isBetween(2, 3);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
    }

    @Test
    void whatReachesTheArchiveLateIsInALaterSliceOnce() throws Exception {
        List<ComplianceRecord> early = talk.next(5, Duration.ofSeconds(1));
        talk.next(1, Duration.ofHours(30));
        List<ComplianceRecord> said = new ArrayList<>(say(20, Duration.ofSeconds(10)));
        AdaptersFixture adapters = adapters();
        adapters.run(new CsvAdapter(), Map.of()).run();
        archive.append(early);
        adapters.run(new CsvAdapter(), Map.of()).run();
        said.addAll(early);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
    }

    @Test
    void aSliceHasABound() throws Exception {
        List<ComplianceRecord> said = say(95, Duration.ofMillis(1));
        AdaptersFixture adapters = adapters();
        adapters.most = 10;
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(10);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
    }

    @Test
    void anAdapterThatFailsLeavesNothingAndSucceedsLater() throws Exception {
        List<ComplianceRecord> said = say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        FailingAdapter failing = new FailingAdapter();
        assertThatThrownBy(() -> adapters.run(failing, Map.of()).run()).hasMessage("disk full");
        assertThat(adapters.names()).allMatch(name -> name.startsWith("."));
        assertThat(adapters.progress.get("csv").history().failure().orElseThrow())
                .contains("disk full");
        failing.fails = false;
        assertThat(adapters.run(failing, Map.of()).run()).isEqualTo(1);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
        assertThat(adapters.progress.get("csv").history().failure()).isEmpty();
    }

    @Test
    void aServerThatStopsLeavesTheSliceToTheNextOne() throws Exception {
        List<ComplianceRecord> said = say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        adapters.stopping = true;
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isZero();
        assertThat(adapters.progress.get("csv").history().failure()).isEmpty();
        adapters.stopping = false;
        assertThat(adapters.run(new CsvAdapter(), Map.of(), "node-2").run()).isEqualTo(1);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
    }

    @Test
    void whileOneServerRunsAnAdapterAnotherDoesNot() throws Exception {
        say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        adapters.progress.ensure("csv");
        assertThat(new Leases(archive.database(), "node-2").take("csv")).isPresent();
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isZero();
        assertThat(adapters.files()).isEmpty();
    }

    @Test
    void aServerThatStandsStillIsReplacedAndCanDoNothingAnyMore() throws Exception {
        List<ComplianceRecord> said = say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        adapters.progress.ensure("csv");
        Lease old = new Leases(archive.database(), "node-2").take("csv").orElseThrow();
        AtomicLong watch = new AtomicLong();
        Leases leases = new Leases(archive::database, "node-1", watch::get);
        assertThat(adapters.run(new CsvAdapter(), Map.of(), leases).run()).isZero();
        watch.addAndGet(Leases.PATIENCE.toNanos());
        assertThat(adapters.run(new CsvAdapter(), Map.of(), leases).run()).isEqualTo(1);
        assertThat(records(adapters.files())).containsExactlyInAnyOrderElementsOf(ids(said));
        assertThatThrownBy(() -> adapters.progress.written(old)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aServerThatGoesOnIsNotReplaced() throws Exception {
        AdaptersFixture adapters = adapters();
        adapters.progress.ensure("csv");
        AtomicLong watch = new AtomicLong();
        Leases working = new Leases(archive::database, "node-2", watch::get);
        Lease lease = working.take("csv").orElseThrow();
        Leases waiting = new Leases(archive::database, "node-1", watch::get);
        for (int i = 0; i < 5; i++) {
            assertThat(waiting.take("csv")).isEmpty();
            watch.addAndGet(Leases.PATIENCE.toNanos() / 2);
            working.beat(lease);
        }
        assertThat(waiting.take("csv")).isEmpty();
    }

    @Test
    void aFileThatWasTakenAwayIsNotMadeAgain() throws Exception {
        say(10, Duration.ofSeconds(1));
        AdaptersFixture adapters = adapters();
        adapters.progress.ensure("csv");
        Lease lease = new Leases(archive.database(), "node-1").take("csv").orElseThrow();
        SliceReader slices = new SliceReader(archive.reader(), AdaptersFixture.INTERVAL);
        SliceReader.Cut cut = slices.next(0, adapters.now, true, () -> {}).orElseThrow();
        OutputDirectory output = new OutputDirectory(directory, "csv");
        try (SpooledSlice slice = cut.slice()) {
            adapters.progress.plan(lease, cut.plan());
            SliceFiles files = output.begin(lease.number());
            new CsvAdapter().export(slice, new Options("csv", Map.of()), files);
            output.mark(lease.number(), files);
            adapters.progress.written(lease);
            output.publish(lease.number());
        }
        List<Path> finished = adapters.files().stream()
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .toList();
        assertThat(finished).hasSize(1);
        Files.delete(finished.get(0));

        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
        assertThat(adapters.files()).isEmpty();
    }

    @Test
    void namesThatLeadOutOfTheDirectoryAreRefused() throws IOException {
        SliceFiles files = new OutputDirectory(directory, "csv").begin(1);
        for (String name : List.of("../x", "a/b", ".hidden", "", "a\\b", "\u00fc")) {
            assertThatThrownBy(() -> files.create(name)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Writes a part and fails, as long as it is told to. */
    private static final class FailingAdapter implements ComplianceAdapter {
        private final CsvAdapter csv = new CsvAdapter();
        private boolean fails = true;

        @Override
        public String type() {
            return "csv";
        }

        @Override
        public void export(Slice slice, AdapterOptions options, OutputFiles files) throws IOException {
            if (fails) {
                try (OutputStream part = files.create("part.csv")) {
                    part.write(1);
                }
                throw new IOException("disk full");
            }
            csv.export(slice, options, files);
        }
    }
}
