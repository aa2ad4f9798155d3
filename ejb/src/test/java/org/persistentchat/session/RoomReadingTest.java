package org.persistentchat.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.SampleEvents;
import org.persistentchat.room.RoomId;

/** What was shown is recorded as ranges of sequences. */
class RoomReadingTest {
    private static List<String> ranges(long... sequences) {
        List<CommittedEvent> shown = LongStream.of(sequences)
                .mapToObj(sequence -> SampleEvents.event(new RoomId(1), sequence))
                .toList();
        return RoomReading.ranges(shown);
    }

    @Test
    void eachRunOfSequencesIsARange() {
        assertThat(ranges()).isEmpty();
        assertThat(ranges(7)).containsExactly("7-7");
        assertThat(ranges(1, 2, 3)).containsExactly("1-3");
        assertThat(ranges(9, 8, 5, 2, 1)).containsExactly("1-2", "5-5", "8-9");
    }
}
