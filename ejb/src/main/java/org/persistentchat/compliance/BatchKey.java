package org.persistentchat.compliance;

import org.persistentchat.compliance.record.EncodedBatch;

/** Identity of a batch, the key of its outbox row. */
record BatchKey(int serverId, long batchId) {

    static BatchKey of(EncodedBatch batch) {
        return new BatchKey(batch.serverId(), batch.batchId());
    }
}
