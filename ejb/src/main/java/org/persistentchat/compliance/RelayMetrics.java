package org.persistentchat.compliance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far the archive is behind. Counted in memory as batches come and go, and put right whenever the outbox has been
 * read; nothing is asked of the database for it.
 */
final class RelayMetrics {

    private final PendingBatches pending;
    private final InstantSource clock;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicReference<@Nullable Instant> oldestRow = new AtomicReference<>();
    private final Counter resent;
    private final Counter sendFailures;
    private final Counter outboxFailures;
    private final Counter refused;
    private final Counter overflow;

    RelayMetrics(MeterRegistry registry, PendingBatches pending, InstantSource clock) {
        this.pending = pending;
        this.clock = clock;
        Gauge.builder("persistentchat.compliance.outbox.batches", rows, AtomicLong::get)
                .description("Batches in the outbox that the archive has not confirmed")
                .register(registry);
        Gauge.builder("persistentchat.compliance.outbox.age", this, RelayMetrics::ageSeconds)
                .description("Age of the oldest batch that the archive has not confirmed")
                .baseUnit("seconds")
                .register(registry);
        resent = counter(registry, "resent", "Batches not confirmed in time and sent again");
        sendFailures = counter(registry, "send.failures", "Messages that the broker did not take");
        outboxFailures = counter(registry, "outbox.failures", "Failed accesses to the outbox");
        refused = counter(registry, "refused", "Batches that the archive cannot take; they stay in the outbox");
        overflow = counter(registry, "overflow", "Batches for which memory had no room; they are read from the outbox");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("persistentchat.compliance." + name)
                .description(description)
                .register(registry);
    }

    void committed(boolean fits) {
        rows.incrementAndGet();
        if (!fits) {
            overflow.increment();
        }
    }

    void removed(int batches) {
        rows.updateAndGet(count -> Math.max(0, count - batches));
    }

    void counted(long batches) {
        rows.set(batches);
    }

    void oldestRow(@Nullable Instant createdAt) {
        oldestRow.set(createdAt);
    }

    void resent(int batches) {
        resent.increment(batches);
    }

    void sendFailed() {
        sendFailures.increment();
    }

    void outboxFailed() {
        outboxFailures.increment();
    }

    void refused() {
        refused.increment();
    }

    private double ageSeconds() {
        Instant now = clock.instant();
        Instant inMemory = pending.oldest().orElse(now);
        Instant inTable = oldestRow.get();
        Instant oldest = inTable != null && inTable.isBefore(inMemory) ? inTable : inMemory;
        return Math.max(0, Duration.between(oldest, now).toMillis() / 1_000.0);
    }
}
