package org.persistentchat.bus;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The bus of this server; alone until it is started, and after it is stopped. */
@ApplicationScoped
public class ServerBus implements Bus {
    @Inject
    MeterRegistry metrics;

    private volatile @Nullable MessageBus bus;

    void start(MessageBus.ServerRun server, Transport transport, ThreadFactory threads, List<BusFollower> followers) {
        MessageBus started = new MessageBus(server, transport, new BusCounts(metrics), threads, System::nanoTime);
        metrics.gauge("persistentchat.bus.peers", this, self -> self.peers().size());
        bus = started;
        started.start(followers);
    }

    void tick() {
        MessageBus started = bus;
        if (started != null) {
            started.tick();
        }
    }

    void stop() {
        MessageBus started = bus;
        bus = null;
        if (started != null) {
            started.stop();
        }
    }

    @Override
    public boolean isAlone() {
        MessageBus started = bus;
        return started == null || started.isAlone();
    }

    @Override
    public Set<Peer> peers() {
        MessageBus started = bus;
        return started == null ? Set.of() : started.peers();
    }

    @Override
    public void send(Peer to, BusKind kind, byte[] payload) {
        MessageBus started = bus;
        if (started != null) {
            started.send(to, kind, payload);
        }
    }
}
