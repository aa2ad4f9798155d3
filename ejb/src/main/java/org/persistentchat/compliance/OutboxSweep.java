package org.persistentchat.compliance;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.EncodedBatch;

/**
 * Finds what memory does not know: rows of a killed run, of an overflow, of a lost message. A pass reads the rows of this
 * server, or of one whose rows it has taken over, from the oldest on, pauses when memory has enough to send, and goes on from there.
 */
final class OutboxSweep {

    private static final int PAGE = 500;
    private static final Duration GRACE = Duration.ofSeconds(3); // a row so young is just being announced

    private final OutboxTable table;
    private final int serverId;
    private final PendingBatches pending;
    private final @Nullable RelayMetrics metrics;
    private final InstantSource clock;
    private final long every;

    private final Deque<OutboxTable.Row> page = new ArrayDeque<>();
    private boolean passing;
    private boolean lastPage;
    private long cursor;
    private long seen;
    private long startedAt;
    private boolean hurried = true;

    /**
     * @param metrics of this server's rows; null for those of another
     */
    OutboxSweep(
            OutboxTable table,
            int serverId,
            PendingBatches pending,
            @Nullable RelayMetrics metrics,
            SweepTiming timing) {
        this.table = table;
        this.serverId = serverId;
        this.pending = pending;
        this.metrics = metrics;
        this.clock = timing.clock();
        this.every = timing.every().toMillis();
    }

    /** When passes begin ({@code every}) and what tells the age of rows. */
    record SweepTiming(InstantSource clock, Duration every) {}

    /** Continues or begins a pass when it is time; true when it gave memory something to send. */
    boolean run(long now) throws SQLException {
        if (!passing) {
            if (!hurried && now - startedAt < every) {
                return false;
            }
            begin(now);
        }
        boolean found = false;
        while (pending.hasRoomToRecover()) {
            if (page.isEmpty() && !turnPage()) {
                finish(now);
                break;
            }
            found |= examine(page.remove());
        }
        return found;
    }

    private void begin(long now) {
        passing = true;
        hurried = false;
        lastPage = false;
        cursor = Long.MIN_VALUE;
        seen = 0;
        startedAt = now;
        page.clear();
    }

    private boolean turnPage() throws SQLException {
        if (lastPage) {
            return false;
        }
        page.addAll(table.page(serverId, cursor, PAGE));
        lastPage = page.size() < PAGE;
        if (seen == 0 && metrics != null) {
            OutboxTable.Row first = page.peek();
            metrics.oldestRow(first == null ? null : first.createdAt());
        }
        return !page.isEmpty();
    }

    private boolean examine(OutboxTable.Row row) throws SQLException {
        seen++;
        cursor = row.batchId();
        Instant young = clock.instant().minus(GRACE);
        if (row.createdAt().isAfter(young) || pending.knows(new BatchKey(serverId, row.batchId()))) {
            return false;
        }
        Optional<EncodedBatch> batch = table.read(serverId, row);
        batch.ifPresent(pending::recover);
        return batch.isPresent();
    }

    private void finish(long now) {
        passing = false;
        if (metrics != null && now - startedAt < every) { // in a long pass most of what was seen is gone
            metrics.counted(seen);
        }
    }

    /** The next pass begins at once: something is known to be waiting. */
    void hurry() {
        hurried = true;
    }

    /** After a failure: the next pass begins anew. */
    void abandon() {
        passing = false;
        hurried = true;
    }
}
