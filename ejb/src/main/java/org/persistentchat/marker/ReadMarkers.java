package org.persistentchat.marker;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPosition;
import org.persistentchat.room.RoomPositions;

/**
 * How far people have read. A marker only moves forward. Markers that come while others are written are written together, one row a
 * person and room, and answered after the commit.
 */
@ApplicationScoped
public class ReadMarkers {
    private static final int WAITING = 16_384;
    private static final int TOGETHER = 512;
    private static final long IDLE_MILLIS = 500;
    private static final long STOP_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    RoomPositions positions;

    @Resource
    ManagedThreadFactory threads;

    private final BlockingQueue<Move> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean stopped;
    private Thread writer;

    /** Whose marker in which room. */
    record Place(PersonId person, RoomId room) {}

    private record Move(Place place, long sequence, Consumer<RoomPosition> moved, Consumer<ChatException> failed) {}

    @PostConstruct
    void start() {
        writer = threads.newThread(this::run);
        writer.setName("chat-markers");
        writer.start();
    }

    @PreDestroy
    void stop() {
        stopped = true;
        try {
            writer.join(STOP_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Moves a marker to {@code sequence} if that is forward. One of the consumers is called after the commit, by the markers' thread;
     * the first with the position that now holds.
     */
    public void move(
            PersonId person, RoomId room, long sequence, Consumer<RoomPosition> moved, Consumer<ChatException> failed) {
        if (stopped || !waiting.offer(new Move(new Place(person, room), sequence, moved, failed))) {
            throw new ChatException(ErrorCode.BUSY, "Too many read markers are waiting.");
        }
    }

    private void run() {
        try {
            while (!stopped || !waiting.isEmpty()) {
                Move first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Move> moves = new ArrayList<>();
                    moves.add(first);
                    waiting.drainTo(moves, TOGETHER - 1);
                    write(moves);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Move> moves) {
        Map<Place, Long> furthest = new HashMap<>();
        moves.forEach(move -> furthest.merge(move.place, move.sequence, Math::max));
        try {
            new MarkerStore(dataSource).forward(furthest);
            Map<Place, RoomPosition> now = positions(furthest.keySet());
            moves.forEach(move -> answer(() -> move.moved.accept(now.getOrDefault(move.place, RoomPosition.EMPTY))));
        } catch (SQLException failure) {
            refuse(moves, SqlErrors.unavailable(failure));
        } catch (ChatException unavailable) {
            refuse(moves, unavailable);
        } catch (RuntimeException defect) {
            // the markers that come next are written all the same
            MarkerLog.LOG.notMoved(defect);
            refuse(moves, new ChatException(ErrorCode.INTERNAL, "The read marker could not be moved.", defect));
        }
    }

    /** As of after the commit, so that what is counted is what others see. */
    private Map<Place, RoomPosition> positions(Set<Place> places) {
        Map<PersonId, List<RoomId>> rooms = new HashMap<>();
        places.forEach(place ->
                rooms.computeIfAbsent(place.person, person -> new ArrayList<>()).add(place.room));
        Map<Place, RoomPosition> now = new HashMap<>();
        rooms.forEach((person, some) ->
                positions.of(person, some).forEach((room, position) -> now.put(new Place(person, room), position)));
        return now;
    }

    private static void refuse(List<Move> moves, ChatException reason) {
        moves.forEach(move -> answer(() -> move.failed.accept(reason)));
    }

    /** One who fails at the answer neither keeps the others from theirs nor ends the writer. */
    private static void answer(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException defect) {
            MarkerLog.LOG.answerFailed(defect);
        }
    }
}
