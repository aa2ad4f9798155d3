package org.persistentchat.cluster;

import java.util.LinkedHashMap;
import java.util.Map;
import org.persistentchat.room.RoomId;

/** How far rooms are, of those that something was heard of most recently. Bounded; safe for use by several threads. */
final class HeadMemory {
    private static final int ROOMS = 65_536;

    private final Map<RoomId, Long> heads = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RoomId, Long> eldest) {
            return size() > ROOMS;
        }
    };

    /** The room has come to {@code head}; false if that was known. */
    synchronized boolean advance(RoomId room, long head) {
        Long known = heads.get(room);
        if (known != null && known >= head) {
            return false;
        }
        heads.put(room, head);
        return true;
    }

    /** How far the room is as far as is known here; 0 if it is not. */
    synchronized long head(RoomId room) {
        return heads.getOrDefault(room, 0L);
    }
}
