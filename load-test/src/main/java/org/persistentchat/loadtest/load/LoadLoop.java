package org.persistentchat.loadtest.load;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;

/** One event loop with the connections on it, their counts and their heartbeat. Latencies are recorded on the loop and collected by the sampler, which also counts them. */
final class LoadLoop {
    private static final int DIGITS = 3;
    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(5);
    /** So many that a slice is a few pings only: real clients do not ping together, and a burst would be felt by who posts in that moment. */
    private static final int SLICES = 1000;

    final Recorder deliveryNanos = new Recorder(HIGHEST_NANOS, DIGITS);
    final Recorder acknowledgeNanos = new Recorder(HIGHEST_NANOS, DIGITS);
    final MessageScanner scanner = new MessageScanner();
    private final EventLoop loop;
    private final List<LoadConnection> connections = new ArrayList<>();
    private int slice;
    private boolean beating;

    LoadLoop(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    void add(LoadConnection connection) {
        connections.add(connection);
    }

    /** From the first call on, pings every connection once in {@code heartbeatSeconds} times 0.8, a slice of them at a time. Must be called on the loop. */
    void beatEvery(int heartbeatSeconds) {
        if (!beating) {
            beating = true;
            long period = heartbeatSeconds * 800_000L / SLICES;
            var unused = loop.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MICROSECONDS);
        }
    }

    private void beat() {
        for (int index = slice; index < connections.size(); index += SLICES) {
            connections.get(index).ping();
        }
        slice = (slice + 1) % SLICES;
    }

    void delivered(long nanos) {
        deliveryNanos.recordValue(clamp(nanos));
    }

    void acknowledged(long nanos) {
        acknowledgeNanos.recordValue(clamp(nanos));
    }

    private static long clamp(long nanos) {
        return Math.max(0, Math.min(nanos, HIGHEST_NANOS));
    }
}
