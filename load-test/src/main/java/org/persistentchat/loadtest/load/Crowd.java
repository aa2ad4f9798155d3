package org.persistentchat.loadtest.load;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.persistentchat.loadtest.client.ChatNetwork;
import org.persistentchat.loadtest.client.LinkClosed;
import org.persistentchat.loadtest.client.LinkTarget;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;

/** All connections of a run, opened at a bounded rate and with a bounded number on their way at once. */
final class Crowd implements AutoCloseable, LoadConnection.OpeningListener {
    private static final int ON_THEIR_WAY = 200;

    private final ChatNetwork network;
    private final LoadSettings settings;
    private final Progress progress;
    private final Map<EventLoop, LoadLoop> loops = new HashMap<>();
    private final List<LoadConnection> connections = new ArrayList<>();
    private final Semaphore way = new Semaphore(ON_THEIR_WAY);
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Map<String, Integer> reasons = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Crowd(LoadSettings settings, Progress progress) {
        this.network = new ChatNetwork(settings.loops());
        this.settings = settings;
        this.progress = progress;
    }

    /** Opens all; returns when each is in its rooms or has failed. */
    void open(LoadShape shape, List<String> tokens, List<LoadRoom> rooms) {
        progress.phase("connections", shape.connections());
        long start = System.nanoTime();
        for (int number = 0; number < shape.connections(); number++) {
            double due = number * 1000.0 / settings.openPerSecond();
            long early = (long) (due - (System.nanoTime() - start) / 1e6);
            if (early > 0) {
                Waiting.pause(early);
            }
            way.acquireUninterruptibly();
            open(number, shape, tokens.get(number), rooms);
        }
        way.acquireUninterruptibly(ON_THEIR_WAY);
        way.release(ON_THEIR_WAY);
    }

    private void open(int number, LoadShape shape, String token, List<LoadRoom> rooms) {
        List<LoadRoom> own = new ArrayList<>();
        for (int slot = 0; slot < shape.roomsPerConnection(); slot++) {
            own.add(rooms.get(shape.room(number, slot)));
        }
        List<InetAddress> sources = settings.sources();
        LinkTarget target = new LinkTarget(
                settings.servers()
                        .get(HomeServer.index(number, settings.servers().size())),
                token,
                sources.isEmpty() ? null : sources.get(number % sources.size()));
        LoadLoop loop = loops.computeIfAbsent(network.loop(), LoadLoop::new);
        LoadConnection connection = new LoadConnection(loop, target, own, this);
        connections.add(connection);
        loop.loop().execute(connection::connect);
    }

    @Override
    public void entered() {
        complete.incrementAndGet();
        progress.step();
        way.release();
    }

    @Override
    public void ended(LinkClosed reason, boolean wasComplete) {
        if (closing) {
            return;
        }
        reasons.merge(shortened(reason), 1, Integer::sum);
        if (wasComplete) {
            lost.incrementAndGet();
        } else {
            refused.incrementAndGet();
            way.release();
        }
    }

    private static String shortened(LinkClosed reason) {
        String text = reason.closeCode() + " " + reason.reason();
        return text.substring(0, Math.min(120, text.length()));
    }

    List<LoadConnection> connections() {
        return connections;
    }

    List<LoadLoop> loops() {
        return List.copyOf(loops.values());
    }

    /** Connections that entered all their rooms. */
    int complete() {
        return complete.get();
    }

    /** Connections that never did. */
    int refused() {
        return refused.get();
    }

    /** Connections that ended although nobody wanted it. */
    int lost() {
        return lost.get();
    }

    /** Why connections ended. */
    Map<String, Integer> reasons() {
        return Map.copyOf(reasons);
    }

    @Override
    public void close() {
        closing = true;
        connections.forEach(connection -> connection.loop().loop().execute(connection::close));
        network.close();
    }
}
