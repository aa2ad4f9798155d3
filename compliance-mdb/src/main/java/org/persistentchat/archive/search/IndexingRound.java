package org.persistentchat.archive.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.archive.ArchiveRound;

/** What is done every few seconds: all blocks that are complete are indexed. */
final class IndexingRound extends ArchiveRound {

    private final BooleanSupplier stopping;
    private final Counter indexed;

    IndexingRound(ArchiveDatabase database, MeterRegistry registry, BooleanSupplier stopping) {
        super(database);
        this.stopping = stopping;
        this.indexed = registry.counter("persistentchat.compliance.archive.indexed");
    }

    @Override
    protected void work(DataSource archive) throws SQLException {
        Indexer indexer = new Indexer(archive);
        while (!stopping.getAsBoolean() && indexer.next()) {
            indexed.increment(BlockIndex.SIZE);
        }
    }

    /** Once in a row may be that another server was faster. */
    @Override
    protected void failed(Exception failure, int inARow) {
        if (inARow == 2) {
            IndexLog.LOG.notIndexed(failure);
        }
    }
}
