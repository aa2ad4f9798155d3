package org.persistentchat.cluster;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.persistentchat.bus.Peer;
import org.persistentchat.room.RoomId;

/** Which other servers have a room in memory. Changed by one thread, read by all. */
final class Interests {
    private final Map<RoomId, Set<Peer>> peers = new ConcurrentHashMap<>();

    Set<Peer> in(RoomId room) {
        return peers.getOrDefault(room, Set.of());
    }

    void add(RoomId room, Peer peer) {
        peers.compute(room, (id, known) -> {
            Set<Peer> now = known == null ? new HashSet<>() : new HashSet<>(known);
            now.add(peer);
            return Set.copyOf(now);
        });
    }

    void remove(RoomId room, Peer peer) {
        peers.computeIfPresent(room, (id, known) -> without(known, peer));
    }

    void forget(Peer peer) {
        peers.keySet().forEach(room -> remove(room, peer));
    }

    private static @Nullable Set<Peer> without(Set<Peer> known, Peer peer) {
        Set<Peer> now = new HashSet<>(known);
        now.remove(peer);
        return now.isEmpty() ? null : Set.copyOf(now);
    }
}
