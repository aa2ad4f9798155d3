package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The bound is reached at its number and left well below it. */
class OutboxBoundTest {

    private final AtomicLong batches = new AtomicLong();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private OutboxBound bound(long number) {
        ComplianceSettings settings = new ComplianceSettings(
                true, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, number, true, 2_000, 8_000, 8_000);
        return new OutboxBound(settings, batches::get, registry);
    }

    private double full() {
        return registry.get("persistentchat.compliance.outbox.full").gauge().value();
    }

    @Test
    void theBoundIsReachedAndLeftAtNineTenths() {
        OutboxBound bound = bound(100);
        batches.set(99);
        assertThat(bound.reached()).isFalse();
        batches.set(100);
        assertThat(bound.reached()).isTrue();
        assertThat(full()).isEqualTo(1);
        batches.set(90);
        assertThat(bound.reached()).isTrue();
        batches.set(89);
        assertThat(bound.reached()).isFalse();
        assertThat(full()).isZero();
    }

    @Test
    void withoutABoundAnyNumberWaits() {
        batches.set(Long.MAX_VALUE);
        assertThat(bound(0).reached()).isFalse();
    }
}
