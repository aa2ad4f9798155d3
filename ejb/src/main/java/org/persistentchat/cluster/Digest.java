package org.persistentchat.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.persistentchat.bus.WireReader;
import org.persistentchat.bus.WireWriter;
import org.persistentchat.room.RoomId;

/**
 * Which rooms have advanced by commits of this server, told in three rounds so that one that is lost does no harm. A room is told with its
 * newest sequence. Beyond the bound rooms are left out, which is told too.
 */
final class Digest {
    private static final int ROUNDS = 3;
    private static final int ROOMS = 8_192;

    // Guarded by this
    private Map<RoomId, Long> now = new HashMap<>();
    private boolean tooMany;
    private final Deque<Map<RoomId, Long>> before = new ArrayDeque<>();

    /** What a digest says. */
    record Heads(Map<RoomId, Long> heads, boolean complete) {}

    synchronized void advanced(RoomId room, long head) {
        if (now.size() >= ROOMS && !now.containsKey(room)) {
            tooMany = true;
        } else {
            now.merge(room, head, Math::max);
        }
    }

    /** Ends a round and gives what is to be told in it. */
    synchronized Heads round() {
        before.addLast(now);
        now = new HashMap<>();
        if (before.size() > ROUNDS) {
            before.removeFirst();
        }
        Map<RoomId, Long> all = new HashMap<>();
        before.forEach(round -> round.forEach((room, head) -> all.merge(room, head, Math::max)));
        Heads heads = new Heads(all, !tooMany);
        tooMany = false;
        return heads;
    }

    static byte[] encode(Heads digest) {
        WireWriter writer =
                new WireWriter().flag(digest.complete()).number(digest.heads().size());
        digest.heads().forEach((room, head) -> writer.id(room.value()).number(head));
        return writer.toBytes();
    }

    static Heads decode(WireReader reader) {
        boolean complete = reader.flag();
        int count = reader.count();
        Map<RoomId, Long> heads = new HashMap<>();
        for (int index = 0; index < count; index++) {
            heads.put(new RoomId(reader.id()), reader.number());
        }
        return new Heads(heads, complete);
    }
}
