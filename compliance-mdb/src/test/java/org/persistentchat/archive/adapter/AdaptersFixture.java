package org.persistentchat.archive.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.persistentchat.archive.SampleArchive;
import org.persistentchat.compliance.adapter.ComplianceAdapter;

/** Runs of adapters over a sample archive, with a clock that the test moves. */
final class AdaptersFixture {

    static final Duration INTERVAL = Duration.ofMinutes(15);

    final SampleArchive archive;
    final Path directory;
    final ProgressTable progress;
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    boolean stopping;
    int most = SliceReader.MOST_RECORDS;

    AdaptersFixture(SampleArchive archive, Path directory) {
        this.archive = archive;
        this.directory = directory;
        this.progress = new ProgressTable(archive.database());
    }

    AdapterRun run(ComplianceAdapter adapter, Map<String, String> options) {
        return run(adapter, options, "node-1");
    }

    AdapterRun run(ComplianceAdapter adapter, Map<String, String> options, String server) {
        return run(adapter, options, new Leases(archive.database(), server));
    }

    AdapterRun run(ComplianceAdapter adapter, Map<String, String> options, Leases leases) {
        String name = adapter.type();
        return new AdapterRun(
                new ConfiguredAdapter(
                        adapter, new Options(name, options), INTERVAL, new OutputDirectory(directory, name)),
                new SliceReader(archive.reader(), INTERVAL, most),
                progress,
                leases,
                () -> now,
                () -> stopping);
    }

    void want(String adapter) throws SQLException {
        progress.ensure(adapter);
        progress.want(adapter);
    }

    /** All files, hidden ones too, by name. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        }
    }

    List<String> names() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }
}
