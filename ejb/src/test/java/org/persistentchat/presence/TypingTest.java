package org.persistentchat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.persistentchat.identity.Person;
import org.persistentchat.identity.SamplePeople;
import org.persistentchat.room.RoomId;

/** Typing holds for five seconds or until the post, and is told only when it changes. */
class TypingTest {
    private static final RoomId OPS = new RoomId(11);
    private static final Person ANA = SamplePeople.ana();
    private static final Person BEN = SamplePeople.ben();

    private long now;
    private final Presence presence = new Presence(() -> 2, () -> now);
    private final RecordingViewer viewer = new RecordingViewer();

    TypingTest() {
        presence.came(ANA, OPS);
        presence.came(BEN, OPS);
        presence.show(OPS, viewer);
    }

    private void seconds(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        presence.tick();
    }

    @Test
    void typingIsToldOnceAndEndsAfterFiveSecondsOfSilence() {
        presence.typing(BEN, OPS);
        seconds(1);
        presence.typing(BEN, OPS);
        seconds(4);
        assertThat(viewer.takeTold()).containsExactly("typing[ben]");
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("typing[]");
        seconds(60);
        assertThat(viewer.takeTold()).isEmpty();
    }

    @Test
    void whoHasPostedTypesNoMore() {
        presence.typing(BEN, OPS);
        presence.typing(ANA, OPS);
        seconds(1);
        presence.stoppedTyping(BEN.id(), OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("typing[ben,ana]", "typing[ana]");
    }

    @Test
    void theEndOfTypingIsToldEvenIfItComesTooEarlyAfterThePushBefore() {
        presence.typing(BEN, OPS);
        seconds(1);
        presence.stoppedTyping(BEN.id(), OPS);
        presence.tick();
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("typing[ben]", "typing[]");
    }

    @Test
    void whoGoesTypesNoMore() {
        presence.typing(BEN, OPS);
        seconds(1);
        presence.went(BEN, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("typing[ben]", "1 +[] -[ben]", "typing[]");
    }

    @Test
    void whoIsNotInTheRoomDoesNotType() {
        presence.typing(SamplePeople.person(1003, "kim"), OPS);
        seconds(1);
        assertThat(viewer.takeTold()).isEmpty();
    }

    @Test
    void inARoomAboveTheLimitNobodysTypingIsTold() {
        presence.came(SamplePeople.person(1003, "kim"), OPS);
        presence.typing(BEN, OPS);
        seconds(1);
        assertThat(viewer.takeTold()).containsExactly("only 3");
    }

    @Test
    void whoBeginsToShowTheRoomIsToldWhoTypesAlready() {
        presence.typing(BEN, OPS);
        seconds(1);
        RecordingViewer late = new RecordingViewer();
        presence.show(OPS, late);
        seconds(1);
        assertThat(late.takeTold()).containsExactly("typing[ben]");
    }
}
