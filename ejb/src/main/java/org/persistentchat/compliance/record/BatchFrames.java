package org.persistentchat.compliance.record;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Several batches in one message: each as identity, length and payload, so that one that cannot be decoded is known by
 * its identity and does not hide the others.
 */
public final class BatchFrames {

    private static final int HEADER = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private BatchFrames() {}

    /**
     * One batch as it travels.
     *
     * @param serverId the server that wrote it
     * @param batchId its number there
     * @param payload the bytes of {@link BatchCodec}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Frame(int serverId, long batchId, byte[] payload) {}

    /** The bytes {@code batch} takes in a message. */
    public static int sizeOf(EncodedBatch batch) {
        return HEADER + batch.payload().length;
    }

    /** All of {@code batches} in their order. */
    public static byte[] join(List<EncodedBatch> batches) {
        int size = batches.stream().mapToInt(BatchFrames::sizeOf).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (EncodedBatch batch : batches) {
            bytes.putInt(batch.serverId()).putLong(batch.batchId());
            bytes.putInt(batch.payload().length).put(batch.payload());
        }
        return bytes.array();
    }

    /**
     * What {@link #join} joined.
     *
     * @throws UndecodableBatchException when the bytes are none of its
     */
    public static List<Frame> split(byte[] message) throws UndecodableBatchException {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        List<Frame> frames = new ArrayList<>();
        while (bytes.hasRemaining()) {
            if (bytes.remaining() < HEADER) {
                throw new UndecodableBatchException("A frame is cut off");
            }
            int serverId = bytes.getInt();
            long batchId = bytes.getLong();
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new UndecodableBatchException("A frame is cut off");
            }
            byte[] payload = new byte[length];
            bytes.get(payload);
            frames.add(new Frame(serverId, batchId, payload));
        }
        return frames;
    }
}
