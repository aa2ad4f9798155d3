package org.persistentchat.compliance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Joining batches into one message and taking them apart. */
class BatchFramesTest {

    private final EncodedBatch first = new EncodedBatch(3, 7, Instant.EPOCH, 1, new byte[] {1, 2, 3});
    private final EncodedBatch second = new EncodedBatch(3, 8, Instant.EPOCH, 1, new byte[0]);

    @Test
    void joinedBatchesComeApartAgain() throws UndecodableBatchException {
        List<BatchFrames.Frame> frames = BatchFrames.split(BatchFrames.join(List.of(first, second)));
        assertThat(frames).extracting(BatchFrames.Frame::serverId).containsExactly(3, 3);
        assertThat(frames).extracting(BatchFrames.Frame::batchId).containsExactly(7L, 8L);
        assertThat(frames.get(0).payload()).containsExactly(1, 2, 3);
        assertThat(frames.get(1).payload()).isEmpty();
    }

    @Test
    void aCutMessageIsRefused() {
        byte[] whole = BatchFrames.join(List.of(first));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> BatchFrames.split(cut)).isInstanceOf(UndecodableBatchException.class);
        }
    }
}
