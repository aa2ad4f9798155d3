package org.persistentchat.compliance;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ArchiveConfirmation;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.database.ServerIdentity;

/** Where the journal announces what it committed, and the archive what it has. Neither waits for the other. */
@ApplicationScoped
public class OutboxRelay implements ArchiveConfirmation {

    @Inject
    Compliance compliance;

    @Inject
    Instance<MeterRegistry> registries;

    @Inject
    ServerIdentity server;

    private @Nullable PendingBatches pending;
    private @Nullable RelayMetrics metrics;
    private @Nullable OutboxBound bound;
    private @Nullable RelayThread thread;
    private @Nullable RecordChannel channel;

    @PostConstruct
    void prepare() {
        PendingBatches batches = new PendingBatches(compliance.settings());
        MeterRegistry registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        pending = batches;
        RelayMetrics counts = new RelayMetrics(registry, batches, Clock.systemUTC());
        metrics = counts;
        bound = new OutboxBound(compliance.settings(), counts::batches, registry);
    }

    /**
     * To be called after the commit of the transaction that wrote the batch's outbox row. Never blocks; when memory has
     * no room the row is found in the table later.
     */
    public void committed(EncodedBatch batch) {
        metrics().committed(pending().offer(batch));
        bound().look();
    }

    @Override
    public void archived(int serverId, Collection<Long> batchIds) {
        if (pending().archived(serverId, batchIds)) {
            ComplianceLog.LOG.archiveBack();
        }
    }

    @Override
    public void missed(int serverId, Collection<Long> batchIds, String reason) {
        if (pending().missed(serverId, batchIds)) {
            ComplianceLog.LOG.archiveAway(reason);
        }
    }

    @Override
    public void refused(int serverId, long batchId, Refused what) {
        ComplianceLog.LOG.refused(batchId, serverId, what.reason());
        metrics().refused();
        BatchKey key = new BatchKey(serverId, batchId);
        if (pending().refused(new Refusal(key, what.reason(), what.records(), what.payload()))) {
            ComplianceLog.LOG.archiveBack();
        }
    }

    /** Whether so much waits in this server's outbox that nothing more may be added. Counted in memory: costs nothing to ask. */
    public boolean refusesMore() {
        return compliance.settings().refuseAtBound() && bound().reached();
    }

    /** Whether this server's outbox is at its bound. */
    public boolean isFull() {
        return bound().reached();
    }

    /** How far the archive is behind, from memory. */
    public RelayLag lag() {
        return metrics().lag();
    }

    void start(DataSource content, RecordChannel records, ThreadFactory threads) {
        if (!compliance.enabled()) {
            ComplianceLog.LOG.disabled(); // what an earlier run wrote is still sent
        }
        OutboxTable table = new OutboxTable(content);
        channel = records;
        thread = new RelayThread(
                () -> relay(table, records), pending(), compliance.settings().gather(), threads);
        thread.start();
    }

    private Relay relay(OutboxTable table, RecordChannel records) {
        int serverId = server.id();
        try {
            long rows = table.count(serverId);
            metrics().counted(rows);
            ComplianceLog.LOG.started(rows, serverId);
        } catch (SQLException notYet) {
            throw new IllegalStateException("The outbox cannot be read yet", notYet);
        }
        return new Relay(compliance.settings(), serverId, pending(), table, records, metrics(), Clock.systemUTC());
    }

    void stop() {
        if (thread != null) {
            thread.stop();
        }
        if (channel != null) {
            channel.close();
        }
    }

    private PendingBatches pending() {
        return Objects.requireNonNull(pending, "not prepared");
    }

    private OutboxBound bound() {
        return Objects.requireNonNull(bound, "not prepared");
    }

    private RelayMetrics metrics() {
        return Objects.requireNonNull(metrics, "not prepared");
    }
}
