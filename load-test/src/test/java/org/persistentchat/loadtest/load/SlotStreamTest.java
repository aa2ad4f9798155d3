package org.persistentchat.loadtest.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Exact counts of lost, repeated and swapped events. */
class SlotStreamTest {
    private final SlotStream stream = new SlotStream(0, 1);

    private void received(long... sequences) {
        stream.entered(0);
        for (long sequence : sequences) {
            stream.received(sequence);
        }
    }

    private void counts(long lost, int duplicates, int reordered) {
        assertThat(stream.lost()).isEqualTo(lost);
        assertThat(stream.duplicates()).isEqualTo(duplicates);
        assertThat(stream.reordered()).isEqualTo(reordered);
    }

    @Test
    void inOrderIsNothingToCount() {
        received(1, 2, 3);
        counts(0, 0, 0);
    }

    @Test
    void aGapCountsEachLostEvent() {
        received(1, 5);
        counts(3, 0, 0);
    }

    @Test
    void theEndMayBeLostToo() {
        received(1, 2);
        stream.skipTo(4);
        counts(2, 0, 0);
    }

    @Test
    void whatComesLateIsSwappedAndNotLost() {
        received(1, 3, 2, 4);
        counts(0, 0, 1);
    }

    @Test
    void whatComesAgainIsADuplicate() {
        received(1, 2, 2, 1, 3);
        counts(0, 2, 0);
    }

    @Test
    void aRoomIsCountedFromWhereItWasEntered() {
        stream.entered(100);
        stream.received(101);
        counts(0, 0, 0);
    }
}
