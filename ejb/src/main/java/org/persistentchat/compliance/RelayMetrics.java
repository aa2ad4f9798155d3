package org.persistentchat.compliance;

import io.micrometer.core.instrument.Counter;
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
 *
 * <ul>
 *   <li>{@code outbox.batches}: in the outbox, not confirmed
 *   <li>{@code outbox.age.seconds}: age of the oldest of them
 *   <li>{@code resent}: not confirmed in time
 *   <li>{@code send.failures}: messages that the broker did not take
 *   <li>{@code outbox.failures}: failed accesses to the outbox
 *   <li>{@code refused}: batches of which the archive cannot take something
 *   <li>{@code dead.letters}: what it refused and nobody has replayed
 *   <li>{@code outbox.full}: 1 while the outbox is at its bound
 *   <li>{@code overflow}: batches for which memory had no room; they are read from the outbox
 * </ul>
 *
 * <p>The registry's own methods are used, not the builders of the meters: the registry that WildFly gives an application
 * publishes only what comes by these.
 */
final class RelayMetrics {

    private final PendingBatches pending;
    private final InstantSource clock;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong letters = new AtomicLong();
    private final AtomicReference<@Nullable Instant> oldestRow = new AtomicReference<>();
    private volatile boolean brokerAway;
    private final Counter resent;
    private final Counter sendFailures;
    private final Counter outboxFailures;
    private final Counter refused;
    private final Counter overflow;

    RelayMetrics(MeterRegistry registry, PendingBatches pending, InstantSource clock) {
        this.pending = pending;
        this.clock = clock;
        registry.gauge("persistentchat.compliance.outbox.batches", rows);
        registry.gauge("persistentchat.compliance.outbox.age.seconds", this, RelayMetrics::ageSeconds);
        registry.gauge("persistentchat.compliance.dead.letters", letters);
        resent = registry.counter("persistentchat.compliance.resent");
        sendFailures = registry.counter("persistentchat.compliance.send.failures");
        outboxFailures = registry.counter("persistentchat.compliance.outbox.failures");
        refused = registry.counter("persistentchat.compliance.refused");
        overflow = registry.counter("persistentchat.compliance.overflow");
    }

    void committed(boolean fits) {
        rows.incrementAndGet();
        if (!fits) {
            overflow.increment();
        }
    }

    /** Batches are archived, so that the archive takes what it is given: the oldest that waits is one that memory knows, no more what the last sweep saw. */
    void removed(int batches) {
        brokerAway = false;
        oldestRow.set(null);
        rows.updateAndGet(count -> Math.max(0, count - batches));
    }

    void counted(long batches) {
        rows.set(batches);
    }

    void oldestRow(@Nullable Instant createdAt) {
        oldestRow.set(createdAt);
    }

    void deadLetters(long count) {
        letters.set(count);
    }

    /** Batches in the outbox, as far as known. */
    long batches() {
        return rows.get();
    }

    void resent(int batches) {
        resent.increment(batches);
    }

    RelayLag lag() {
        return new RelayLag(rows.get(), ageSeconds(), brokerAway);
    }

    void sendFailed() {
        brokerAway = true;
        sendFailures.increment();
    }

    void outboxFailed() {
        outboxFailures.increment();
    }

    void refused() {
        refused.increment();
    }

    private double ageSeconds() {
        if (rows.get() == 0) {
            return 0; // what the last sweep saw is gone
        }
        Instant now = clock.instant();
        Instant inMemory = pending.oldest().orElse(now);
        Instant inTable = oldestRow.get();
        Instant oldest = inTable != null && inTable.isBefore(inMemory) ? inTable : inMemory;
        return Math.max(0, Duration.between(oldest, now).toMillis() / 1_000.0);
    }
}
