package org.persistentchat.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the bus counts. */
final class BusCounts {
    private final Counter sent;
    private final Counter received;
    private final Counter dropped;
    private final Counter missed;

    BusCounts(MeterRegistry metrics) {
        sent = metrics.counter("persistentchat.bus.sent");
        received = metrics.counter("persistentchat.bus.received");
        dropped = metrics.counter("persistentchat.bus.dropped");
        missed = metrics.counter("persistentchat.bus.missed");
    }

    void sent(int messages) {
        sent.increment(messages);
    }

    void received(int messages) {
        received.increment(messages);
    }

    /** A queue of this server was full. */
    void dropped() {
        dropped.increment();
    }

    /** Messages of another server did not come. */
    void missed() {
        missed.increment();
    }
}
