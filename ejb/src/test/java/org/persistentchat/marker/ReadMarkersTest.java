package org.persistentchat.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.database.BreakableDataSource;
import org.persistentchat.database.InMemoryContent;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPositions;

/** Markers are answered after their commit, and one who fails at the answer ends nothing. */
class ReadMarkersTest {
    private static final PersonId ANA = new PersonId(1);
    private static final RoomId OPS = new RoomId(11);

    private final InMemoryContent content = new InMemoryContent();
    private final BreakableDataSource breakable = new BreakableDataSource(content.dataSource());
    private final ReadMarkers markers = new ReadMarkers();
    private final List<Long> moved = Collections.synchronizedList(new ArrayList<>());
    private final List<ErrorCode> refused = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    void start() {
        content.room(11);
        content.execute("UPDATE room_head SET last_sequence = 100 WHERE room_id = 11");
        markers.dataSource = breakable.dataSource();
        markers.positions = new RoomPositions(breakable.dataSource());
        markers.threads = new PlainThreads();
        markers.start();
    }

    @AfterEach
    void stop() {
        markers.stop();
    }

    private void move(long sequence) {
        markers.move(ANA, OPS, sequence, now -> moved.add(now.marker()), reason -> refused.add(reason.code()));
    }

    @Test
    void aMoveIsAnsweredWithTheMarkerThatHolds() {
        move(40);
        await().until(() -> moved.equals(List.of(40L)));
        move(30);
        await().until(() -> moved.equals(List.of(40L, 40L)));
    }

    @Test
    void whileTheDatabaseCannotBeReachedAMoveIsRefusedAndLaterOnesSucceed() {
        breakable.unreachable(true);
        move(40);
        await().until(() -> refused.equals(List.of(ErrorCode.UNAVAILABLE)));
        breakable.unreachable(false);
        move(41);
        await().until(() -> moved.equals(List.of(41L)));
    }

    @Test
    void whoFailsAtTheAnswerDoesNotEndTheWriter() {
        markers.move(
                ANA,
                OPS,
                40,
                now -> {
                    throw new IllegalStateException("a defect of a transport");
                },
                reason -> {});
        move(41);
        await().until(() -> moved.equals(List.of(41L)));
    }

    @Test
    void afterTheStopNothingIsTaken() {
        markers.stop();
        ChatException refusal = catchThrowableOfType(ChatException.class, () -> move(40));
        assertThat(refusal.code()).isEqualTo(ErrorCode.BUSY);
    }

    /** Threads without a container. */
    private static final class PlainThreads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            return new Thread(task);
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException("not used");
        }
    }
}
