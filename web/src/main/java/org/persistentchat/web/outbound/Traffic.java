package org.persistentchat.web.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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

    /**
     * Shows the sums in {@code registry}: frames and messages sent to clients, frames received, connections closed because they read too
     * slowly. By the registry's own methods: WildFly's registry publishes what comes by those only.
     */
    public void register(MeterRegistry registry) {
        counter(registry, "persistentchat.frames.sent", frames);
        counter(registry, "persistentchat.messages.sent", messages);
        counter(registry, "persistentchat.commands.received", commands);
        counter(registry, "persistentchat.slow.consumers", slowConsumers);
    }

    private static void counter(MeterRegistry registry, String name, LongAdder sum) {
        registry.more().counter(name, Tags.empty(), sum, LongAdder::sum);
    }
}
