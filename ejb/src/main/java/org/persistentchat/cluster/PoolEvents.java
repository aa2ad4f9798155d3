package org.persistentchat.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.persistentchat.bus.Bus;
import org.persistentchat.bus.BusFollower;
import org.persistentchat.bus.BusKind;
import org.persistentchat.bus.Peer;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.bus.WireReader;
import org.persistentchat.change.ChangeFeed;
import org.persistentchat.cluster.EventCodec.Announced;
import org.persistentchat.cluster.InterestCodec.Interest;
import org.persistentchat.cluster.InterestCodec.Saying;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventKind;
import org.persistentchat.journal.EventAnnouncer;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.Delivery;
import org.persistentchat.stream.DeliveryShard;
import org.persistentchat.stream.StreamWatcher;

/**
 * Brings what one server committed to the room streams of the others. A server says which rooms it has in memory and how far it knows them;
 * who committed more meanwhile answers with that, so that nothing falls between. What a message of events loses is found by the digest, which
 * comes twice a second and names each room three times; what digests lose shows in the numbers of messages, and has the heads of all rooms in
 * memory compared with the database.
 */
@ApplicationScoped
public class PoolEvents implements BusFollower, EventAnnouncer, StreamWatcher {
    @Inject
    ServerBus serverBus;

    @Inject
    Delivery delivery;

    @Inject
    ChangeFeed feed;

    @Inject
    HeadSweep sweep;

    private final Interests interests = new Interests();
    private final HeadMemory committedHere = new HeadMemory();
    private final HeadMemory heard = new HeadMemory();
    private final Digest digest = new Digest();

    private Bus bus() {
        return serverBus;
    }

    @Override
    public Set<BusKind> kinds() {
        return Set.of(BusKind.EVENTS, BusKind.INTEREST, BusKind.DIGEST);
    }

    /** The other servers that have the room in memory. */
    Set<Peer> interestedIn(RoomId room) {
        return interests.in(room);
    }

    @Override
    public void committed(Map<RoomId, List<CommittedEvent>> events, long change) {
        if (!bus().isAlone()) {
            events.forEach((room, some) -> announce(room, some, change));
        }
    }

    @Override
    public void cameTo(Map<RoomId, Long> heads) {
        if (!bus().isAlone()) {
            heads.forEach((room, head) -> {
                committedHere.advance(room, head);
                digest.advanced(room, head);
            });
        }
    }

    private void announce(RoomId room, List<CommittedEvent> events, long change) {
        long head = events.get(events.size() - 1).sequence();
        committedHere.advance(room, head); // first: who says meanwhile that they have the room is told by that
        digest.advanced(room, head);
        boolean alert = events.stream().anyMatch(event -> event.event().kind() == EventKind.ALERT);
        Set<Peer> to = alert ? bus().peers() : interests.in(room);
        if (!to.isEmpty()) {
            byte[] message = EventCodec.encode(change, room, head, events);
            to.forEach(peer -> bus().send(peer, BusKind.EVENTS, message));
        }
    }

    @Override
    public void opened(RoomId room, long last) {
        if (!bus().isAlone()) {
            bus().send(BusKind.INTEREST, InterestCodec.encode(Saying.ALSO, Map.of(room, last)));
        }
    }

    @Override
    public void closed(RoomId room) {
        if (!bus().isAlone()) {
            bus().send(BusKind.INTEREST, InterestCodec.encode(Saying.NOT, Map.of(room, 0L)));
        }
    }

    @Override
    public void joined(Peer peer) {
        tellRooms(peer);
        sweep.afterJoining();
    }

    @Override
    public void left(Peer peer) {
        interests.forget(peer);
        sweep.hurry();
    }

    @Override
    public void missed(Peer peer) {
        bus().send(peer, BusKind.INTEREST, InterestCodec.encode(Saying.WHICH, Map.of()));
        sweep.hurry();
    }

    /** In the delivery threads, so that what a room is said to have and what it hears fit. */
    private void tellRooms(Peer peer) {
        List<DeliveryShard> shards = delivery.all();
        bus().send(peer, BusKind.INTEREST, InterestCodec.encode(Saying.ONLY, Map.of()));
        for (DeliveryShard shard : shards) {
            put(shard, () -> {
                Map<RoomId, Long> rooms = new HashMap<>();
                shard.streams().loaded().forEach(stream -> rooms.put(stream.room(), stream.last()));
                InterestCodec.some(rooms).forEach(message -> bus().send(peer, BusKind.INTEREST, message));
            });
        }
    }

    @Override
    public void received(Peer from, BusKind kind, WireReader payload) {
        switch (kind) {
            case EVENTS -> announced(EventCodec.decode(payload));
            case INTEREST -> interest(from, InterestCodec.decode(payload));
            case DIGEST -> digest(Digest.decode(payload));
            default -> throw new IllegalStateException("Not asked for: " + kind);
        }
    }

    private void announced(Announced news) {
        boolean current = feed.followed() >= news.change() || feed.follow(news.change());
        DeliveryShard shard = delivery.shard(news.room());
        heard.advance(news.room(), news.head());
        put(shard, () -> {
            if (current && !news.events().isEmpty()) {
                shard.streams().committed(news.room(), news.events());
            }
            if (!current || !news.isWhole()) {
                shard.streams().catchUp(news.room(), news.head());
            }
        });
    }

    private void interest(Peer from, Interest interest) {
        switch (interest.saying()) {
            case ALSO -> interest.rooms().forEach((room, head) -> also(from, room, head));
            case ONLY -> interests.forget(from);
            case NOT -> interest.rooms().keySet().forEach(room -> interests.remove(room, from));
            case WHICH -> tellRooms(from);
        }
    }

    private void also(Peer from, RoomId room, long head) {
        interests.add(room, from);
        long here = committedHere.head(room);
        if (here > head) {
            bus().send(from, BusKind.EVENTS, EventCodec.encode(0, room, here, List.of()));
        }
    }

    private void digest(Digest.Heads news) {
        Map<DeliveryShard, Map<RoomId, Long>> fresh = new HashMap<>();
        news.heads().forEach((room, head) -> {
            if (heard.advance(room, head)) {
                fresh.computeIfAbsent(delivery.shard(room), shard -> new HashMap<>())
                        .put(room, head);
            }
        });
        fresh.forEach((shard, heads) -> put(shard, () -> heads.forEach(shard.streams()::catchUp)));
        if (!news.complete()) {
            sweep.hurry();
        }
    }

    /** Twice a second. */
    void sendDigest() {
        Digest.Heads heads = digest.round();
        if (!bus().isAlone()) {
            bus().send(BusKind.DIGEST, Digest.encode(heads));
        }
    }

    private static void put(DeliveryShard shard, Runnable task) {
        try {
            shard.put(task);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
