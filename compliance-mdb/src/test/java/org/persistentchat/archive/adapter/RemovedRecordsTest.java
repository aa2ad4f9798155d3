package org.persistentchat.archive.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.archive.adapter.csv.CsvAdapter;
import org.persistentchat.compliance.record.ComplianceRecord;

/** Records that were removed from the archive hold up no adapter; a position that is lost does. */
class RemovedRecordsTest {

    @TempDir
    Path directory;

    private final SampleArchive archive = new SampleArchive();
    private List<String> ids = List.of();

    @BeforeEach
    void thirtyAreSaid() throws SQLException {
        List<ComplianceRecord> said = new Talk(7).next(30, Duration.ofSeconds(1));
        archive.append(said);
        ids = said.stream().map(record -> record.recordId().toString()).toList();
    }

    private AdaptersFixture adapters() {
        return new AdaptersFixture(archive, directory);
    }

    private static List<String> exported(AdaptersFixture adapters) throws IOException {
        List<String> records = new ArrayList<>();
        for (Path file : adapters.files()) {
            try (InputStream csv = Files.newInputStream(file)) {
                CsvFacts.read(csv).forEach(fact -> records.add(fact.record()));
            }
        }
        return records;
    }

    /** As if a server had ended when it had planned a slice of everything. */
    private void plan(AdaptersFixture adapters) throws Exception {
        adapters.progress.ensure("csv");
        Lease lease = new Leases(archive.database(), "node-1").take("csv").orElseThrow();
        SliceReader slices = new SliceReader(archive.reader(), AdaptersFixture.INTERVAL);
        SliceReader.Cut cut = slices.next(0, adapters.now, true, () -> {}).orElseThrow();
        cut.slice().close();
        adapters.progress.plan(lease, cut.plan());
    }

    @Test
    void aNewAdapterBeginsWithTheOldestRecordThatIsThere() throws Exception {
        archive.erase(1, 20);
        AdaptersFixture adapters = adapters();
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
        assertThat(exported(adapters)).containsExactlyInAnyOrderElementsOf(ids.subList(20, 30));
        assertThat(adapters.progress.get("csv").position()).isEqualTo(30);
    }

    @Test
    void whatWasRemovedInBetweenIsPassedOver() throws Exception {
        archive.erase(4, 4);
        archive.erase(11, 13);
        AdaptersFixture adapters = adapters();
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
        assertThat(exported(adapters)).hasSize(26).doesNotContain(ids.get(3), ids.get(10), ids.get(12));
    }

    @Test
    void moreThanASliceHoldsMayBeRemovedAtOnce() throws Exception {
        archive.erase(3, 25);
        AdaptersFixture adapters = adapters();
        adapters.most = 5;
        adapters.run(new CsvAdapter(), Map.of()).run();
        assertThat(exported(adapters))
                .containsExactlyInAnyOrder(
                        ids.get(0), ids.get(1), ids.get(25), ids.get(26), ids.get(27), ids.get(28), ids.get(29));
        assertThat(adapters.progress.get("csv").position()).isEqualTo(30);
    }

    @Test
    void aSliceThatWasPlannedIsMadeOfWhatIsStillThere() throws Exception {
        AdaptersFixture adapters = adapters();
        plan(adapters);
        archive.erase(30, 30);
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
        assertThat(exported(adapters)).containsExactlyInAnyOrderElementsOf(ids.subList(0, 29));
        assertThat(adapters.progress.get("csv").position()).isEqualTo(30);
    }

    @Test
    void aSliceOfWhichNothingIsLeftGivesNoFile() throws Exception {
        AdaptersFixture adapters = adapters();
        plan(adapters);
        archive.erase(1, 30);
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isEqualTo(1);
        assertThat(adapters.files()).isEmpty();
        assertThat(adapters.progress.get("csv").position()).isEqualTo(30);
    }

    @Test
    void anArchiveOfWhichNothingIsLeftGivesNoFile() throws Exception {
        archive.erase(1, 30);
        AdaptersFixture adapters = adapters();
        adapters.want("csv");
        assertThat(adapters.run(new CsvAdapter(), Map.of()).run()).isZero();
        assertThat(adapters.files()).isEmpty();
    }

    @Test
    void aPositionThatIsLostStopsTheAdapter() throws Exception {
        archive.erase(1, 4);
        archive.lose(7);
        AdaptersFixture adapters = adapters();
        assertThatThrownBy(() -> adapters.run(new CsvAdapter(), Map.of()).run())
                .hasMessageContaining("missing in the archive");
        assertThat(adapters.progress.get("csv").position()).isZero();
    }

    @Test
    void aPositionThatIsLostBeforeTheFirstRecordStopsTheAdapter() throws Exception {
        archive.erase(1, 4);
        archive.lose(2);
        AdaptersFixture adapters = adapters();
        assertThatThrownBy(() -> adapters.run(new CsvAdapter(), Map.of()).run())
                .hasMessageContaining("missing in the archive");
    }

    @Test
    void aPositionThatIsLostOfAPlanStopsTheAdapter() throws Exception {
        AdaptersFixture adapters = adapters();
        plan(adapters);
        archive.lose(30);
        assertThatThrownBy(() -> adapters.run(new CsvAdapter(), Map.of()).run())
                .hasMessageContaining("missing in the archive");
    }
}
