package org.persistentchat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.persistentchat.event.SampleEvents.event;
import static org.persistentchat.event.SampleEvents.events;
import static org.persistentchat.event.SampleEvents.sequences;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.room.RoomId;

/** Events leave a stream strictly by sequence, each once, whatever order they come in. */
class RoomStreamTest {
    private static final RoomId ROOM = new RoomId(5);
    private static final int TAIL = 100;

    private static RoomStream at(long last) {
        return new RoomStream(ROOM, last, List.of());
    }

    private static List<Long> accept(RoomStream stream, List<CommittedEvent> events) {
        return stream.accept(events).map(batch -> sequences(batch.events())).orElse(List.of());
    }

    /** Model: what has left is the longest run after the start of all that ever came. */
    @Property(tries = 500)
    void whateverComesTheLongestRunLeavesInOrderAndOnce(
            @ForAll("commits") List<List<Long>> commits, @ForAll @LongRange(min = 0, max = 5) long start) {
        RoomStream stream = at(start);
        TreeSet<Long> came = new TreeSet<>();
        List<Long> left = new ArrayList<>();
        for (List<Long> commit : commits) {
            left.addAll(accept(
                    stream,
                    commit.stream().map(sequence -> event(ROOM, sequence)).toList()));
            came.addAll(commit);
            long end = start;
            while (came.contains(end + 1)) {
                end++;
            }
            assertThat(left)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(start + 1, end).boxed().toList());
            assertThat(stream.last()).isEqualTo(end);
            assertThat(stream.hasGap()).isEqualTo(came.last() > end);
            if (stream.hasGap()) {
                assertThat(stream.gapEnd()).isEqualTo(came.higher(end) - 1);
            }
        }
    }

    /** Model: filling every gap that the stream names delivers everything up to the newest that came. */
    @Property(tries = 200)
    void fillingTheNamedGapsDeliversAll(@ForAll("commits") List<List<Long>> commits) {
        RoomStream stream = at(0);
        List<Long> left = new ArrayList<>();
        long newest = 0;
        for (List<Long> commit : commits) {
            left.addAll(accept(
                    stream,
                    commit.stream().map(sequence -> event(ROOM, sequence)).toList()));
            newest = Math.max(
                    newest, commit.stream().mapToLong(Long::longValue).max().orElse(0));
        }
        while (stream.hasGap()) {
            left.addAll(accept(stream, events(ROOM, stream.last() + 1, stream.gapEnd())));
        }
        assertThat(left)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, newest).boxed().toList());
    }

    @Provide
    Arbitrary<List<List<Long>>> commits() {
        Arbitrary<Long> sequence = Arbitraries.longs().between(1, 25);
        return sequence.list().ofMinSize(1).ofMaxSize(5).list().ofMinSize(1).ofMaxSize(15);
    }

    @Example
    void whatItWasMadeWithIsGivenAndNotDeliveredAgain() {
        RoomStream stream = new RoomStream(ROOM, 10, events(ROOM, 6, 10));
        assertThat(stream.since(8).map(found -> sequences(found))).contains(List.of(8L, 9L, 10L));
        assertThat(stream.since(6)).isPresent();
        assertThat(stream.since(5)).isEmpty();
        assertThat(stream.since(11)).contains(List.of());
        assertThat(accept(stream, events(ROOM, 6, 11))).containsExactly(11L);
    }

    @Example
    void theTailKeepsAHundredEvents() {
        RoomStream stream = at(0);
        stream.accept(events(ROOM, 1, 250));
        assertThat(stream.since(250 - TAIL)).isEmpty();
        assertThat(stream.since(250 - TAIL + 1))
                .hasValueSatisfying(kept -> assertThat(kept).hasSize(TAIL));
    }

    @Example
    void longBodiesShortenTheTailButTheNewestIsAlwaysKept() {
        RoomStream stream = at(0);
        String long30k = "x".repeat(30_000);
        stream.accept(List.of(event(ROOM, 1, long30k), event(ROOM, 2, long30k), event(ROOM, 3, long30k)));
        assertThat(stream.since(1)).isEmpty();
        assertThat(stream.since(2)).isPresent();
        stream.accept(List.of(event(ROOM, 4, "x".repeat(200_000))));
        assertThat(stream.since(3)).isEmpty();
        assertThat(stream.since(4)).isPresent();
        stream.accept(List.of(event(ROOM, 5, "short")));
        assertThat(stream.since(5)).isPresent();
    }

    @Example
    void atTheBoundOfEarlyEventsTheLatestAreNamedAsMissing() {
        RoomStream stream = at(0);
        assertThat(stream.accept(events(ROOM, 2, 10_500))).isEmpty();
        assertThat(stream.gapEnd()).isEqualTo(1);
        List<Long> left = accept(stream, events(ROOM, 1, 1));
        assertThat(left).hasSize(10_001).startsWith(1L).endsWith(10_001L);
        assertThat(stream.hasGap())
                .as("those that did not fit are still to come")
                .isTrue();
        assertThat(stream.gapEnd()).isEqualTo(10_500);
        assertThat(accept(stream, events(ROOM, 10_002, 10_500))).endsWith(10_500L);
        assertThat(stream.hasGap()).isFalse();
    }

    @Example
    void aRoomThatIsKnownToBeFurtherHasAGap() {
        RoomStream stream = at(3);
        stream.comeTo(3);
        assertThat(stream.hasGap()).isFalse();
        stream.comeTo(5);
        stream.comeTo(4);
        assertThat(stream.hasGap()).isTrue();
        assertThat(stream.gapEnd()).isEqualTo(5);
    }

    @Example
    void aBatchCarriesTheRoomAndIsNeverEmpty() {
        RoomStream stream = at(0);
        assertThat(stream.accept(List.of())).isEmpty();
        assertThat(stream.accept(events(ROOM, 1, 2)).map(EventBatch::room)).contains(ROOM);
    }

    @Example
    void aStreamIsIdleOnlyWithoutListeners() {
        RoomStream stream = at(0);
        RecordingListener listener = new RecordingListener();
        assertThat(stream.isIdleFor(-1)).isTrue();
        stream.subscribe(listener);
        assertThat(stream.isIdleFor(-1)).isFalse();
        stream.unsubscribe(listener);
        assertThat(stream.isIdleFor(-1)).isTrue();
        assertThat(stream.isIdleFor(Long.MAX_VALUE)).isFalse();
    }
}
