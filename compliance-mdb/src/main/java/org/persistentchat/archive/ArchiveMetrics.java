package org.persistentchat.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the archive did since the start.
 *
 * <ul>
 *   <li>{@code records}: stored
 *   <li>{@code repeated}: arrived again and stored already
 *   <li>{@code failures}: messages of which something could not be stored; it is sent again
 *   <li>{@code undecodable}: batches that cannot be read; they stay in the outbox
 *   <li>{@code unstorable}: batches that the database does not take; they stay in the outbox
 * </ul>
 *
 * <p>The registry's own methods are used, not the builders of the meters: the registry that WildFly gives an application
 * publishes only what comes by these.
 */
final class ArchiveMetrics {

    private final Counter records;
    private final Counter repeated;
    private final Counter failures;
    private final Counter undecodable;
    private final Counter unstorable;

    ArchiveMetrics(MeterRegistry registry) {
        records = registry.counter("persistentchat.compliance.archive.records");
        repeated = registry.counter("persistentchat.compliance.archive.repeated");
        failures = registry.counter("persistentchat.compliance.archive.failures");
        undecodable = registry.counter("persistentchat.compliance.archive.undecodable");
        unstorable = registry.counter("persistentchat.compliance.archive.unstorable");
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
