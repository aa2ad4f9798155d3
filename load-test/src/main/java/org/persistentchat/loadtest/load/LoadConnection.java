package org.persistentchat.loadtest.load;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.client.LinkClosed;
import org.persistentchat.loadtest.client.LinkReceiver;
import org.persistentchat.loadtest.client.LinkTarget;
import org.persistentchat.loadtest.client.WebSocketLink;

/** A connection of the generator: enters its rooms, counts what comes, posts when told to. It never comes back: a break is a result. */
final class LoadConnection implements LinkReceiver, MessageSink {
    private static final String PING = "{\"id\":1,\"do\":\"ping\"}";
    private static final int FIRST_ENTER = 2;

    private final LoadLoop loop;
    private final LinkTarget target;
    private final SlotStream[] slots;
    private final String[] roomIds;
    private final OpeningListener opening;
    private @Nullable WebSocketLink link;
    private @Nullable Map<Long, RoomSender> waiting;
    private volatile @Nullable LinkClosed end;
    private int entered;
    private long nextId;
    private long refusals;

    /** Hears of the connection's beginning and end. */
    interface OpeningListener {
        /** All rooms are entered. */
        void entered();

        /** The connection ended; {@code complete} tells whether it had entered all rooms. */
        void ended(LinkClosed reason, boolean complete);
    }

    LoadConnection(LoadLoop loop, LinkTarget target, List<LoadRoom> rooms, OpeningListener opening) {
        this.loop = loop;
        this.target = target;
        this.opening = opening;
        this.slots = new SlotStream[rooms.size()];
        this.roomIds = new String[rooms.size()];
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] =
                    new SlotStream(rooms.get(slot).number(), rooms.get(slot).hash());
            roomIds[slot] = rooms.get(slot).id();
        }
        this.nextId = (long) FIRST_ENTER + slots.length;
    }

    LoadLoop loop() {
        return loop;
    }

    SlotStream[] slots() {
        return slots;
    }

    /** Why it ended; null while it lives. */
    @Nullable LinkClosed end() {
        return end;
    }

    long refusals() {
        return refusals;
    }

    /** Must be called on the loop. */
    void connect() {
        loop.add(this);
        var unused = WebSocketLink.connect(loop.loop(), target, this);
    }

    @Override
    public void opened(WebSocketLink opened) {
        link = opened;
    }

    @Override
    public void text(ByteBuf message) {
        loop.scanner.scan(message, this);
    }

    @Override
    public void hello(int heartbeatSeconds) {
        loop.beatEvery(heartbeatSeconds);
        if (link != null) {
            for (int slot = 0; slot < roomIds.length; slot++) {
                link.send("{\"id\":" + (FIRST_ENTER + slot) + ",\"do\":\"enter\",\"history\":0,\"room\":\""
                        + roomIds[slot] + "\"}");
            }
        }
    }

    @Override
    public void event(long roomHash, long seq, long stamp) {
        for (SlotStream slot : slots) {
            if (slot.roomHash == roomHash) {
                slot.received(seq);
                loop.delivered(stamp == NONE ? 0 : Stamp.now() - stamp);
                return;
            }
        }
        throw new IllegalArgumentException("An event of a room that was not entered");
    }

    @Override
    public void answered(long id, long seq, long last) {
        if (id >= FIRST_ENTER && id < FIRST_ENTER + slots.length) {
            slots[(int) (id - FIRST_ENTER)].entered(last);
            if (++entered == slots.length) {
                opening.entered();
            }
            return;
        }
        RoomSender sender = waiting == null ? null : waiting.remove(id);
        if (sender != null) {
            sender.acknowledged(id, seq);
        }
    }

    @Override
    public void refused(long id, String code) {
        refusals++;
        RoomSender sender = waiting == null ? null : waiting.remove(id);
        if (sender != null) {
            sender.refused(id);
        } else if (link != null) {
            link.abort();
        }
    }

    @Override
    public void left(long roomHash) {
        refusals++;
    }

    /** Sends a post; returns its id, {@link #NONE} if the connection is gone. Must be called on the loop. */
    long post(RoomSender sender, String room, String body) {
        WebSocketLink open = link;
        if (open == null) {
            return NONE;
        }
        long id = nextId++;
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        waiting.put(id, sender);
        // The body has no character that JSON would have to escape.
        open.send("{\"id\":" + id + ",\"do\":\"post\",\"room\":\"" + room + "\",\"key\":\"" + id + "\",\"body\":\""
                + body + "\"}");
        return id;
    }

    void ping() {
        if (link != null) {
            link.send(PING);
        }
    }

    /** Must be called on the loop. */
    void close() {
        if (link != null) {
            link.close(1000);
        }
    }

    @Override
    public void closed(LinkClosed reason) {
        link = null;
        end = reason;
        opening.ended(reason, entered == slots.length);
    }
}
