package org.persistentchat.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.persistentchat.room.RoomId;

/** A page is as long as its texts allow. */
class TextBoundTest {
    private static final RoomId ROOM = new RoomId(1);
    private static final List<CommittedEvent> EVENTS = List.of(event(1, 10), event(2, 20), event(3, 30), event(4, 40));

    private static CommittedEvent event(long sequence, int characters) {
        return SampleEvents.event(ROOM, sequence, "x".repeat(characters));
    }

    private static List<Long> newest(int characters) {
        return SampleEvents.sequences(TextBound.newest(EVENTS, characters));
    }

    private static List<Long> oldest(int characters) {
        return SampleEvents.sequences(TextBound.oldest(EVENTS, characters));
    }

    @Test
    void asManyAreLeftAsFit() {
        assertThat(newest(69)).containsExactly(4L);
        assertThat(newest(70)).containsExactly(3L, 4L);
        assertThat(newest(100)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(oldest(30)).containsExactly(1L, 2L);
        assertThat(oldest(29)).containsExactly(1L);
        assertThat(oldest(1_000)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void oneIsLeftHoweverLongItIs() {
        assertThat(newest(1)).containsExactly(4L);
        assertThat(oldest(0)).containsExactly(1L);
        assertThat(TextBound.newest(List.of(), 5)).isEmpty();
    }
}
