package org.persistentchat.bus;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The bus of one server in a test, with a timer of its own. */
public final class TestBus implements AutoCloseable {
    private static final long TICK_MILLIS = 50;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final MessageBus bus;

    TestBus(int serverId, Transport transport, List<BusFollower> followers) {
        bus = new MessageBus(
                new MessageBus.ServerRun(serverId, 1),
                transport,
                new BusCounts(metrics),
                Executors.defaultThreadFactory(),
                System::nanoTime);
        bus.start(followers);
        var unused = timer.scheduleAtFixedRate(bus::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** On a network in memory. */
    public TestBus(int serverId, InMemoryNetwork network, List<BusFollower> followers) {
        this(serverId, network.end(serverId), followers);
    }

    public Bus bus() {
        return bus;
    }

    double count(String what) {
        return metrics.counter("persistentchat.bus." + what).count();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        bus.stop();
    }
}
