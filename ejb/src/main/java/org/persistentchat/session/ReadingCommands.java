package org.persistentchat.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.persistentchat.error.ChatException;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;

/** How far the person of one connection has read. What is given fits the sequences that the client gets with it. */
public final class ReadingCommands {
    private final ChatSession session;
    private final SessionServices services;
    private final ChatSessions sessions;

    ReadingCommands(ChatSession session, SessionServices services, ChatSessions sessions) {
        this.session = session;
        this.services = services;
        this.sessions = sessions;
    }

    /** What is unread in these rooms. */
    public void counts(List<RoomId> rooms, Reply<List<Counted>> reply) {
        try {
            reply.ok(counts(rooms));
        } catch (ChatException refusal) {
            reply.failed(refusal);
        }
    }

    /** Moves the person's read marker forward. */
    public void mark(RoomId id, long sequence, Reply<RoomPosition> reply) {
        try {
            services.rooms().readable(session.subject(), id);
            services.markers().move(session.person().id(), id, sequence, now -> moved(id, now, reply), refusal -> {
                reply.failed(refusal);
                session.flush();
            });
        } catch (ChatException refusal) {
            reply.failed(refusal);
        }
    }

    private void moved(RoomId room, RoomPosition now, Reply<RoomPosition> reply) {
        reply.ok(now);
        session.flush();
        sessions.markerMoved(session, room, now);
    }

    /** What is unread in rooms that the person may read; refusals for the others. Blocks. */
    private List<Counted> counts(List<RoomId> rooms) {
        Map<RoomId, ChatException> refusals = new HashMap<>();
        List<RoomId> readable = new ArrayList<>(rooms.size());
        for (RoomId room : rooms) {
            try {
                services.rooms().readable(session.subject(), room);
                readable.add(room);
            } catch (ChatException refusal) {
                refusals.put(room, refusal);
            }
        }
        Map<RoomId, RoomPosition> positions = of(readable);
        return rooms.stream()
                .map(room -> {
                    ChatException refusal = refusals.get(room);
                    RoomPosition position = positions.getOrDefault(room, RoomPosition.EMPTY);
                    return new Counted(room, refusal == null ? position : null, refusal);
                })
                .toList();
    }

    private Map<RoomId, RoomPosition> of(List<RoomId> rooms) {
        return rooms.isEmpty()
                ? Map.of()
                : services.positions().of(session.person().id(), rooms);
    }

    /** The position in a room now; none while it cannot be read: coming into a room does not depend on it. Blocks. */
    Optional<RoomPosition> now(RoomId room) {
        return services.optionalPositions().read(() -> of(List.of(room)).getOrDefault(room, RoomPosition.EMPTY));
    }

    /**
     * Gives the position as of {@code last}: the one read before if nothing was committed since, otherwise it is counted again, by another
     * thread. Should that fail, the one read before is given: it is what was unread a moment ago. In the room's delivery thread.
     */
    private void at(RoomId room, RoomPosition before, long last, Consumer<RoomPosition> ready) {
        if (before.last() == last) {
            ready.accept(before);
            return;
        }
        RoomPosition otherwise = new RoomPosition(last, before.marker(), before.unread(), before.mentions());
        try {
            services.blocking(() -> {
                RoomPosition now = countedAgain(room, last, otherwise);
                services.onShard(room, () -> {
                    ready.accept(now);
                    services.shard(room).touch(session);
                });
            });
        } catch (RejectedExecutionException busy) {
            ready.accept(otherwise);
        }
    }

    /** The same of a position that may not be known; then what is given says nothing but {@code last}. */
    void at(RoomId room, Optional<RoomPosition> before, long last, Consumer<RoomPosition> ready) {
        before.ifPresentOrElse(
                position -> at(room, position, last, ready), () -> ready.accept(new RoomPosition(last, 0, 0, 0)));
    }

    private RoomPosition countedAgain(RoomId room, long last, RoomPosition otherwise) {
        return services.optionalPositions()
                .read(() -> services.positions().of(session.person().id(), room, last))
                .orElse(otherwise);
    }

    /** The positions of rooms as of the sequence given with each; without those that cannot be read. Blocks. */
    Map<RoomId, RoomPosition> at(Map<RoomId, Long> lasts) {
        return services.optionalPositions().read(() -> read(lasts)).orElse(Map.of());
    }

    private Map<RoomId, RoomPosition> read(Map<RoomId, Long> lasts) {
        Map<RoomId, RoomPosition> positions = new HashMap<>(of(List.copyOf(lasts.keySet())));
        positions.replaceAll((room, position) -> {
            long last = lasts.getOrDefault(room, 0L);
            return position.last() == last
                    ? position
                    : services.positions().of(session.person().id(), room, last);
        });
        return positions;
    }
}
