package org.persistentchat.bus;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of one follower, and the thread that empties it. At the bound messages are left out, and the follower is told that it
 * missed some. Comings and goings of peers are never left out and overtake what waits: messages of a peer that has left are void.
 */
final class Inbox implements Runnable {
    private static final int WAITING_MESSAGES = 8_192;
    private static final long IDLE_MILLIS = 1_000;

    private final BusFollower follower;
    private final BusCounts counts;
    private final Set<Peer> present = new HashSet<>(); // of the thread

    // Guarded by this
    private final ArrayDeque<Message> messages = new ArrayDeque<>();
    private final ArrayDeque<Runnable> first = new ArrayDeque<>();
    private final Set<Peer> missed = new HashSet<>();
    private boolean stopped;

    Inbox(BusFollower follower, BusCounts counts) {
        this.follower = follower;
        this.counts = counts;
    }

    private record Message(Peer from, BusKind kind, WireReader payload) {}

    synchronized void offer(Peer from, BusKind kind, WireReader payload) {
        if (messages.size() >= WAITING_MESSAGES) {
            counts.dropped();
            missed.add(from);
            return;
        }
        messages.addLast(new Message(from, kind, payload));
        notifyAll();
    }

    synchronized void missed(Peer peer) {
        missed.add(peer);
        notifyAll();
    }

    synchronized void joined(Peer peer) {
        first.addLast(() -> {
            if (present.add(peer)) {
                follower.joined(peer);
            }
        });
        notifyAll();
    }

    synchronized void left(Peer peer) {
        first.addLast(() -> {
            if (present.remove(peer)) {
                follower.left(peer);
            }
        });
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            for (Runnable task = take(); task != null; task = take()) {
                try {
                    task.run();
                } catch (MalformedMessageException damaged) {
                    BusLog.LOG.malformed(String.valueOf(damaged.getMessage()));
                } catch (RuntimeException defect) {
                    BusLog.LOG.followerFailed(defect);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Runnable take() throws InterruptedException {
        while (!stopped && first.isEmpty() && messages.isEmpty() && missed.isEmpty()) {
            wait(IDLE_MILLIS);
        }
        if (stopped) {
            return null;
        }
        if (!first.isEmpty()) {
            return first.removeFirst();
        }
        if (!messages.isEmpty()) {
            Message message = messages.removeFirst();
            return () -> give(message);
        }
        Set<Peer> peers = Set.copyOf(missed);
        missed.clear();
        return () -> peers.stream().filter(present::contains).forEach(follower::missed);
    }

    private void give(Message message) {
        if (present.contains(message.from())) {
            follower.received(message.from(), message.kind(), message.payload());
        }
    }
}
