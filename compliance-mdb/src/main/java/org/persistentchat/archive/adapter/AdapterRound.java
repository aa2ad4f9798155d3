package org.persistentchat.archive.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveRound;

/** What is done every few seconds for one adapter: a run, if one is due. After a failure the next attempt waits a while. */
final class AdapterRound extends ArchiveRound {

    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final String adapter;
    private final Function<DataSource, AdapterRun> runs;
    private final Counter slices;
    private final Counter failures;
    private long notBefore = System.nanoTime();

    AdapterRound(
            ArchiveDatabase database, String adapter, Function<DataSource, AdapterRun> runs, MeterRegistry registry) {
        super(database);
        this.adapter = adapter;
        this.runs = runs;
        this.slices = registry.counter("persistentchat.compliance.adapters.slices");
        this.failures = registry.counter("persistentchat.compliance.adapters.failures");
    }

    @Override
    protected void work(DataSource archive) throws SQLException, IOException {
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            slices.increment(runs.apply(archive).run());
        } catch (LeaseLostException lost) {
            AdapterLog.LOG.takenOver(adapter);
        }
    }

    @Override
    protected void failed(Exception failure, int inARow) {
        failures.increment();
        AdapterLog.LOG.failed(adapter, failure);
        notBefore = System.nanoTime() + PAUSE_NANOS;
    }
}
