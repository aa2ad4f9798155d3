package org.persistentchat.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Keeps what it hears. */
final class RecordingFollower implements BusFollower {
    private final Set<BusKind> kinds;
    private final CountDownLatch mayGoOn;

    // Guarded by this
    private final List<String> heard = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    RecordingFollower(BusKind... kinds) {
        this(new CountDownLatch(0), kinds);
    }

    /** One that does not take its first message before it may. */
    RecordingFollower(CountDownLatch mayGoOn, BusKind... kinds) {
        this.mayGoOn = mayGoOn;
        this.kinds = Set.of(kinds);
    }

    /** The texts that were received. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /** Who came, went, and of whom something was missed. */
    synchronized List<String> events() {
        return List.copyOf(events);
    }

    @Override
    public Set<BusKind> kinds() {
        return kinds;
    }

    @Override
    public void received(Peer from, BusKind kind, WireReader payload) {
        try {
            mayGoOn.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        String text = payload.text();
        synchronized (this) {
            heard.add(text);
        }
    }

    @Override
    public synchronized void joined(Peer peer) {
        events.add("joined " + peer.serverId());
    }

    @Override
    public synchronized void left(Peer peer) {
        events.add("left " + peer.serverId());
    }

    @Override
    public synchronized void missed(Peer peer) {
        events.add("missed " + peer.serverId());
    }
}
