package org.persistentchat.compliance;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.persistentchat.compliance.record.EncodedBatch;

/**
 * Moves batches from the outbox to the archive, step by step, on one thread. Times are milliseconds of a steady clock.
 */
final class Relay {

    private static final int ROWS_PER_DELETE = 500;
    private static final long IDLE_MILLIS = 1_000;
    private static final long COUNT_MILLIS = 10_000;

    private final PendingBatches pending;
    private final OutboxTable table;
    private final DeadLetterTable letters;
    private final InstantSource clock;
    private final RecordChannel channel;
    private final RelayMetrics metrics;
    private final OutboxSweep sweep;
    private final OutboxTakeover takeover;
    private final long resendAfter;
    private final Backoff broker = new Backoff();
    private final Backoff outbox = new Backoff();
    private final Backoff archive = new Backoff();
    private long countedAt = -COUNT_MILLIS;

    Relay(
            ComplianceSettings settings,
            int serverId,
            PendingBatches pending,
            OutboxTable table,
            RecordChannel channel,
            RelayMetrics metrics,
            InstantSource clock) {
        this.pending = pending;
        this.table = table;
        this.letters = table.deadLetters();
        this.clock = clock;
        this.channel = channel;
        this.metrics = metrics;
        this.resendAfter = settings.resendAfter().toMillis();
        OutboxSweep.SweepTiming timing = new OutboxSweep.SweepTiming(clock, settings.sweepEvery());
        this.sweep = new OutboxSweep(table, serverId, pending, metrics, timing);
        this.takeover = new OutboxTakeover(
                table.takeovers(), serverId, lost -> new OutboxSweep(table, lost, pending, null, timing), clock);
    }

    /** Does what is due and returns for how many milliseconds nothing more will be, unless there is news. */
    long step(long now) {
        removeArchived(now);
        buryRefused(now);
        expire(now);
        spareArchive(now);
        send(now);
        while (recover(now)) {
            send(now);
        }
        return Stream.of(broker, outbox, archive)
                .filter(backoff -> !backoff.allows(now))
                .mapToLong(backoff -> backoff.remaining(now))
                .reduce(IDLE_MILLIS, Math::min);
    }

    private void removeArchived(long now) {
        if (!outbox.allows(now)) {
            return;
        }
        try {
            List<BatchKey> archived = pending.archived(ROWS_PER_DELETE);
            while (!archived.isEmpty()) {
                table.delete(archived);
                pending.removed(archived);
                metrics.removed(archived.size());
                reached();
                archived = pending.archived(ROWS_PER_DELETE);
            }
        } catch (SQLException failed) {
            missed(failed, now);
        }
    }

    private void buryRefused(long now) {
        List<Refusal> refused = pending.refused();
        boolean countAgain = now - countedAt >= COUNT_MILLIS;
        if (!outbox.allows(now) || (refused.isEmpty() && !countAgain)) {
            return;
        }
        try {
            for (Refusal refusal : refused) {
                letters.bury(refusal, clock.instant());
                pending.buried(refusal.key());
                metrics.removed(1);
            }
            metrics.deadLetters(letters.count());
            countedAt = now;
            reached();
        } catch (SQLException failed) {
            missed(failed, now);
        }
    }

    private void expire(long now) {
        PendingBatches.Expired expired = pending.expire(now - resendAfter);
        sendAgain(expired.batches());
        if (expired.silence()) {
            ComplianceLog.LOG.archiveSilent(expired.batches());
        }
    }

    /** What an archive that is away has missed comes again, but less and less often. */
    private void spareArchive(long now) {
        int missed = pending.takeMissed();
        sendAgain(missed);
        if (missed > 0) {
            archive.failed(now);
        } else if (!pending.isSilent()) {
            archive.succeeded();
        }
    }

    private void sendAgain(int batches) {
        if (batches > 0) {
            metrics.resent(batches);
            sweep.hurry();
            takeover.hurry();
        }
    }

    private void send(long now) {
        if (!broker.allows(now) || !archive.allows(now)) {
            return;
        }
        for (List<EncodedBatch> message = pending.nextMessage(now);
                !message.isEmpty();
                message = pending.nextMessage(now)) {
            try {
                channel.send(message);
            } catch (RecordChannelException failed) {
                pending.unsent(message);
                metrics.sendFailed();
                if (broker.failed(now)) {
                    ComplianceLog.LOG.brokerAway(failed);
                }
                return;
            }
            if (broker.succeeded()) {
                ComplianceLog.LOG.brokerBack();
            }
        }
    }

    private boolean recover(long now) {
        if (!outbox.allows(now)) {
            return false;
        }
        try {
            boolean found = sweep.run(now);
            found = takeover.run(now) || found;
            reached();
            return found;
        } catch (SQLException failed) {
            sweep.abandon();
            takeover.abandon();
            missed(failed, now);
            return false;
        }
    }

    private void reached() {
        if (outbox.succeeded()) {
            ComplianceLog.LOG.outboxBack();
        }
    }

    private void missed(SQLException failed, long now) {
        metrics.outboxFailed();
        if (outbox.failed(now)) {
            ComplianceLog.LOG.outboxAway(failed);
        }
    }
}
