package org.persistentchat.compliance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.compliance.record.EncodedBatch;

/** A broker that the test breaks and mends, and that shows what reached it. */
final class FakeChannel implements RecordChannel {

    final List<List<EncodedBatch>> messages = new ArrayList<>();
    boolean broken;

    @Override
    public void send(List<EncodedBatch> batches) throws RecordChannelException {
        if (broken) {
            throw new RecordChannelException("broken", new IOException("no broker"));
        }
        messages.add(batches);
    }

    /** The batches that came since the last call. */
    List<Long> arrivals() {
        List<Long> batchIds = messages.stream()
                .flatMap(List::stream)
                .map(EncodedBatch::batchId)
                .toList();
        messages.clear();
        return batchIds;
    }

    @Override
    public void close() {}
}
