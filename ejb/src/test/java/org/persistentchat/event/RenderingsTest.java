package org.persistentchat.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.persistentchat.room.RoomId;

/** An event is written once for all connections, in each form that a transport has. */
class RenderingsTest {
    private static final RoomId ROOM = new RoomId(1);
    private final AtomicInteger written = new AtomicInteger();
    private final Rendering<RoomEvent, String> text = event -> {
        written.incrementAndGet();
        return event.message().body();
    };

    @Test
    void aFormIsMadeOnce() {
        CommittedEvent event = SampleEvents.event(ROOM, 1);
        String first = event.as(text);
        assertThat(event.as(text)).isSameAs(first).isEqualTo("message 1");
        assertThat(written).hasValue(1);
    }

    @Test
    void eachRenderingHasItsOwnForm() {
        CommittedEvent event = SampleEvents.event(ROOM, 3);
        Rendering<RoomEvent, Long> number = RoomEvent::sequence;
        assertThat(event.as(text)).isEqualTo("message 3");
        assertThat(event.as(number)).isEqualTo(3L);
        assertThat(event.as(text)).isEqualTo("message 3");
        assertThat(written).hasValue(1);
    }

    @Test
    void aBatchIsRenderedByItselfAndKeepsItsEvents() {
        EventBatch batch = new EventBatch(ROOM, SampleEvents.events(ROOM, 4, 6));
        Rendering<EventBatch, List<Long>> sequences = of -> SampleEvents.sequences(of.events());
        assertThat(batch.as(sequences)).containsExactly(4L, 5L, 6L).isSameAs(batch.as(sequences));
    }
}
