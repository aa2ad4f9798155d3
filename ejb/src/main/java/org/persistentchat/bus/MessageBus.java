package org.persistentchat.bus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bus over any transport. Who is a peer is found out by hearing: a member that says something is one, a member that is silent for
 * {@link #SILENCE_NANOS} is none any more, whatever the transport thinks of it. {@link #tick()} is to be called a few times a second.
 */
final class MessageBus implements Bus, Transport.Receiver {
    /** Pulses come every half second; longer pauses of a healthy server are rare, and cost a new beginning only. */
    static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final int serverId;
    private final long run;
    private final Transport transport;
    private final BusCounts counts;
    private final ThreadFactory threads;
    private final LongSupplier nanos;
    private final Map<Transport.Member, Neighbour> neighbours = new ConcurrentHashMap<>();
    private final Map<Peer, Neighbour> byPeer = new ConcurrentHashMap<>();
    private final Map<BusKind, Inbox> inboxes = new EnumMap<>(BusKind.class);
    private final List<Inbox> all = new ArrayList<>();
    private volatile boolean alone = true;

    MessageBus(ServerRun server, Transport transport, BusCounts counts, ThreadFactory threads, LongSupplier nanos) {
        this.serverId = server.serverId();
        this.run = server.run();
        this.transport = transport;
        this.counts = counts;
        this.threads = threads;
        this.nanos = nanos;
    }

    /** This server since its start. */
    record ServerRun(int serverId, long run) {}

    void start(List<BusFollower> followers) {
        for (BusFollower follower : followers) {
            Inbox inbox = new Inbox(follower, counts);
            all.add(inbox);
            follower.kinds().forEach(kind -> inboxes.put(kind, inbox));
            Thread thread = threads.newThread(inbox);
            thread.setName("chat-bus-" + follower.kinds());
            thread.start();
        }
        transport.start(this);
    }

    void stop() {
        transport.stop();
        neighbours.values().forEach(neighbour -> neighbour.link().stop());
        all.forEach(Inbox::stop);
    }

    @Override
    public boolean isAlone() {
        return alone;
    }

    @Override
    public Set<Peer> peers() {
        return byPeer.keySet();
    }

    @Override
    public void send(Peer to, BusKind kind, byte[] payload) {
        Neighbour neighbour = byPeer.get(to);
        if (neighbour != null) {
            neighbour.link().send(kind, payload);
        }
    }

    @Override
    public void members(List<Transport.Member> others) {
        for (Transport.Member member : others) {
            neighbour(member).link().pulse();
        }
        Set<Transport.Member> gone = new HashSet<>(neighbours.keySet());
        others.forEach(gone::remove);
        for (Transport.Member member : gone) {
            Neighbour neighbour = neighbours.remove(member);
            if (neighbour != null) {
                leave(neighbour);
                neighbour.link().stop();
            }
        }
    }

    private Neighbour neighbour(Transport.Member member) {
        return neighbours.computeIfAbsent(member, added -> {
            Link link = new Link(transport, added, serverId, run, counts);
            link.start(threads);
            return new Neighbour(link);
        });
    }

    @Override
    public void received(Transport.Member from, byte[] bytes) {
        Frame frame;
        try {
            frame = Frame.decode(bytes);
        } catch (MalformedMessageException other) {
            BusLog.LOG.malformed(String.valueOf(other.getMessage()));
            return;
        }
        Neighbour neighbour = neighbour(from);
        synchronized (neighbour) {
            neighbour.heard(nanos.getAsLong());
            if (!frame.from().equals(neighbour.peer())) {
                meet(neighbour, frame);
            }
            take(neighbour, frame);
        }
    }

    private void meet(Neighbour neighbour, Frame frame) {
        @Nullable Peer before = neighbour.peer();
        if (before != null
                && before.run() == frame.from().run()
                && before.link() > frame.from().link()) {
            return; // a frame from before the link began anew
        }
        part(neighbour); // it knows nothing of what it was told, or will be told it by a link that it does not know
        neighbour.become(frame.from(), frame.first());
        byPeer.put(frame.from(), neighbour);
        countPeers();
        BusLog.LOG.heard(frame.from().serverId());
        all.forEach(inbox -> inbox.joined(frame.from()));
        neighbour.link().pulse();
    }

    private void take(Neighbour neighbour, Frame frame) {
        if (!frame.from().equals(neighbour.peer())) {
            return;
        }
        long end = frame.first() + frame.messages().size();
        if (frame.first() > neighbour.expected()) {
            counts.missed();
            all.forEach(inbox -> inbox.missed(frame.from()));
        }
        for (int index = 0; index < frame.messages().size(); index++) {
            if (frame.first() + index >= neighbour.expected()) {
                give(frame.from(), frame.messages().get(index));
            }
        }
        neighbour.expect(Math.max(end, neighbour.expected()));
    }

    private void give(Peer from, Frame.Part message) {
        BusKind kind = BusKind.ofCode(message.code());
        Inbox inbox = kind == null ? null : inboxes.get(kind);
        if (kind != null && inbox != null) {
            counts.received(1);
            inbox.offer(from, kind, message.payload());
        }
    }

    /** Not heard any more: what is said to it from now on is a new beginning. */
    private void leave(Neighbour neighbour) {
        synchronized (neighbour) {
            if (neighbour.peer() != null) {
                part(neighbour);
                neighbour.link().restart();
            }
        }
    }

    private void part(Neighbour neighbour) {
        @Nullable Peer peer = neighbour.peer();
        if (peer != null) {
            neighbour.forget();
            byPeer.remove(peer);
            countPeers();
            BusLog.LOG.silent(peer.serverId());
            all.forEach(inbox -> inbox.left(peer));
        }
    }

    /** After a change: who comes last here sees what others changed. */
    private void countPeers() {
        synchronized (byPeer) {
            alone = byPeer.isEmpty();
        }
    }

    /** Says that this server is there, and finds out who is not. */
    void tick() {
        long now = nanos.getAsLong();
        for (Neighbour neighbour : neighbours.values()) {
            synchronized (neighbour) {
                if (neighbour.isSilent(now, SILENCE_NANOS)) {
                    leave(neighbour);
                }
            }
            neighbour.link().pulse();
        }
    }
}
