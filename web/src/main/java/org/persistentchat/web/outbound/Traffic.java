package org.persistentchat.web.outbound;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** Counts what is sent and received; adding is cheap, the metrics read the sums. */
@ApplicationScoped
public class Traffic {
    private final LongAdder frames = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder slowConsumers = new LongAdder();

    void sent(int messagesInFrame) {
        frames.increment();
        messages.add(messagesInFrame);
    }

    public void received() {
        commands.increment();
    }

    public void slowConsumer() {
        slowConsumers.increment();
    }

    public long framesSent() {
        return frames.sum();
    }

    public long messagesSent() {
        return messages.sum();
    }

    /** Shows the sums in {@code registry}. */
    public void register(MeterRegistry registry) {
        counter(registry, "persistentchat.frames.sent", frames, "Frames sent to clients");
        counter(registry, "persistentchat.messages.sent", messages, "Replies and pushes sent to clients");
        counter(registry, "persistentchat.commands.received", commands, "Frames received from clients");
        counter(
                registry,
                "persistentchat.slow.consumers",
                slowConsumers,
                "Connections closed because they read too slowly");
    }

    private static void counter(MeterRegistry registry, String name, LongAdder sum, String description) {
        FunctionCounter.builder(name, sum, LongAdder::sum)
                .description(description)
                .register(registry);
    }
}
