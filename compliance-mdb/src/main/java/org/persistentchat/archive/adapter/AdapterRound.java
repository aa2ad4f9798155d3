package org.persistentchat.archive.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.persistentchat.archive.ArchiveException;

/** What is done every few seconds for one adapter: a run, if one is due. After a failure the next attempt waits a while. */
final class AdapterRound implements Runnable {

    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final String adapter;
    private final Supplier<AdapterRun> runs;
    private final LongSupplier nanoTime;
    private final Counter slices;
    private final Counter failures;
    private long failedAt;
    private boolean failing;

    AdapterRound(String adapter, Supplier<AdapterRun> runs, MeterRegistry registry, LongSupplier nanoTime) {
        this.adapter = adapter;
        this.runs = runs;
        this.nanoTime = nanoTime;
        this.slices = registry.counter("persistentchat.compliance.adapters.slices");
        this.failures = registry.counter("persistentchat.compliance.adapters.failures");
    }

    @Override
    public void run() {
        if (failing && nanoTime.getAsLong() - failedAt < PAUSE_NANOS) {
            return;
        }
        try {
            slices.increment(runs.get().run());
            failing = false;
        } catch (ArchiveException notReady) {
            AdapterLog.LOG.debug("Not ready yet", notReady);
        } catch (LeaseLostException lost) {
            AdapterLog.LOG.takenOver(adapter);
        } catch (SQLException | IOException | RuntimeException failed) {
            failures.increment();
            AdapterLog.LOG.failed(adapter, failed);
            failing = true;
            failedAt = nanoTime.getAsLong();
        }
    }
}
