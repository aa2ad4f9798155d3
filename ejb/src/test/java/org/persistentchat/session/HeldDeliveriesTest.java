package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.persistentchat.event.EventBatch;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.room.RoomId;

/** A client hears the page before what follows it. */
class HeldDeliveriesTest {
    private static final RoomId OPS = new RoomId(1);
    private static final RoomId LOBBY = new RoomId(2);

    private final RecordingOutlet outlet = new RecordingOutlet();
    private final HeldDeliveries deliveries = new HeldDeliveries(outlet);

    private void commit(RoomId room, long sequence) {
        deliveries.deliver(new EventBatch(room, SampleEvents.events(room, sequence, sequence)));
    }

    private void answer(String text) {
        deliveries.release(() -> outlet.heard.add(text));
    }

    @Test
    void withoutAnAnswerBeingMadeDeliveriesPass() {
        commit(OPS, 1);
        assertThat(outlet.heard).containsExactly("1:1");
    }

    @Test
    void whatComesMeanwhileFollowsTheAnswerInOrder() {
        deliveries.hold();
        commit(OPS, 5);
        commit(LOBBY, 9);
        commit(OPS, 6);
        assertThat(outlet.heard).isEmpty();
        answer("page");
        commit(OPS, 7);
        assertThat(outlet.heard).containsExactly("page", "1:5", "2:9", "1:6", "1:7");
    }

    @Test
    void whatIsInThePageIsNotDeliveredAgain() {
        deliveries.hold();
        commit(OPS, 5);
        commit(LOBBY, 9);
        deliveries.restart(OPS);
        commit(OPS, 6);
        answer("page up to 5");
        assertThat(outlet.heard).containsExactly("page up to 5", "2:9", "1:6");
    }

    @Test
    void severalAnswersBeingMadeHoldUntilTheLast() {
        deliveries.hold();
        deliveries.hold();
        commit(OPS, 5);
        answer("first");
        assertThat(outlet.heard).containsExactly("first");
        answer("second");
        assertThat(outlet.heard).containsExactly("first", "second", "1:5");
    }

    @Test
    void anAnswerThatFailsLetsTheDeliveriesGo() {
        deliveries.hold();
        commit(OPS, 5);
        assertThatThrownBy(() -> deliveries.release(() -> {
                    throw new IllegalStateException("a defect of a transport");
                }))
                .isInstanceOf(IllegalStateException.class);
        commit(OPS, 6);
        assertThat(outlet.heard).containsExactly("1:5", "1:6");
    }
}
