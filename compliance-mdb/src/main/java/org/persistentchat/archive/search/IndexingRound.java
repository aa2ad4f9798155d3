package org.persistentchat.archive.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveException;

/** What is done every few seconds: all blocks that are complete are indexed. A failure is tried again, also that another server was faster. */
final class IndexingRound implements Runnable {

    private final ArchiveDatabase database;
    private final BooleanSupplier stopping;
    private final Counter indexed;
    private boolean failing;

    IndexingRound(ArchiveDatabase database, MeterRegistry registry, BooleanSupplier stopping) {
        this.database = database;
        this.stopping = stopping;
        this.indexed = registry.counter("persistentchat.compliance.archive.indexed");
    }

    @Override
    public void run() {
        try {
            Indexer indexer = new Indexer(database.ready());
            while (!stopping.getAsBoolean() && indexer.next()) {
                indexed.increment(BlockIndex.SIZE);
            }
            failing = false;
        } catch (ArchiveException notReady) {
            IndexLog.LOG.debug("Not ready yet", notReady);
        } catch (SQLException | RuntimeException failed) {
            if (failing && !database.hasEnded()) {
                IndexLog.LOG.notIndexed(failed);
            }
            failing = !failing;
        }
    }
}
