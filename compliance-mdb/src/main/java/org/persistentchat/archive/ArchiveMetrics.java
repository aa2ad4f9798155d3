package org.persistentchat.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the archive did since the start. */
final class ArchiveMetrics {

    private final Counter records;
    private final Counter repeated;
    private final Counter failures;
    private final Counter undecodable;
    private final Counter unstorable;

    ArchiveMetrics(MeterRegistry registry) {
        records = counter(registry, "records", "Records stored");
        repeated = counter(registry, "repeated", "Records that arrived again and were stored already");
        failures = counter(registry, "failures", "Messages that could not be stored and will come again");
        undecodable = counter(registry, "undecodable", "Batches that cannot be read; they stay in the outbox");
        unstorable =
                counter(registry, "unstorable", "Batches that the database does not take; they stay in the outbox");
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("persistentchat.compliance.archive." + name)
                .description(description)
                .register(registry);
    }

    void stored(int fresh, int arrived) {
        records.increment(fresh);
        repeated.increment(arrived - fresh);
    }

    void failed() {
        failures.increment();
    }

    void undecodable() {
        undecodable.increment();
    }

    void unstorable() {
        unstorable.increment();
    }
}
