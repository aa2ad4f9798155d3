package org.persistentchat.compliance;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** The bound of this server's outbox. Reached and left with some distance between, so that it does not flicker; each is said once. */
final class OutboxBound {

    private final ComplianceSettings settings;
    private final LongSupplier batches;
    private final AtomicInteger full = new AtomicInteger();

    OutboxBound(ComplianceSettings settings, LongSupplier batches, MeterRegistry registry) {
        this.settings = settings;
        this.batches = batches;
        registry.gauge("persistentchat.compliance.outbox.full", full);
    }

    /** Whether the outbox is at its bound. */
    boolean reached() {
        look();
        return full.get() == 1;
    }

    /** Notices when the bound is reached, and when the outbox is nine tenths of it again. */
    void look() {
        long bound = settings.outboxBound();
        if (bound == 0) {
            return;
        }
        long now = batches.getAsLong();
        if (now >= bound && full.compareAndSet(0, 1)) {
            ComplianceLog.LOG.boundReached(now, settings.refuseAtBound() ? "posts are refused" : "the chat goes on");
        } else if (now < bound - bound / 10 && full.compareAndSet(1, 0)) {
            ComplianceLog.LOG.boundLeft(now);
        }
    }
}
