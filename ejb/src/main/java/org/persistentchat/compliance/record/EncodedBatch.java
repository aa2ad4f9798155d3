package org.persistentchat.compliance.record;

import java.time.Instant;

/**
 * A batch as its outbox row holds it. The payload is shared, never changed.
 *
 * @param serverId the server that wrote it
 * @param batchId increasing per server
 * @param createdAt when the transaction wrote it
 * @param records how many records it holds
 * @param payload the bytes of {@link BatchCodec}
 */
@SuppressWarnings("ArrayRecordComponent") // identity is (server, batch); the bytes are not copied on the hot path
public record EncodedBatch(int serverId, long batchId, Instant createdAt, int records, byte[] payload) {

    /** Encodes {@code batch} as written at {@code createdAt}. */
    public static EncodedBatch of(ComplianceBatch batch, Instant createdAt) {
        return new EncodedBatch(
                batch.serverId(), batch.batchId(), createdAt, batch.records().size(), BatchCodec.encode(batch));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedBatch that && serverId == that.serverId && batchId == that.batchId;
    }

    @Override
    public int hashCode() {
        return 31 * serverId + Long.hashCode(batchId);
    }

    @Override
    public String toString() {
        return serverId + "/" + batchId;
    }
}
