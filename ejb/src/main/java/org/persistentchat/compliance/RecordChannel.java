package org.persistentchat.compliance;

import java.util.List;
import org.persistentchat.compliance.record.EncodedBatch;

/** Takes batches towards the archive. May lose them: the outbox still has them. */
interface RecordChannel extends AutoCloseable {

    /** Sends these together. Called by one thread at a time. */
    void send(List<EncodedBatch> batches) throws RecordChannelException;

    @Override
    void close();
}
