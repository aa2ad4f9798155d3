package org.persistentchat.archive.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * What the hash of a chunk covers: its place, its records by the root of their tree, and everything before it by the link.
 *
 * @param number dense, from 1
 * @param form of the canonical bytes
 * @param firstPosition of its first record
 * @param records how many; positions are dense
 * @param sealedAt when, in milliseconds
 * @param root of the tree over the leaves
 * @param previous link to the chunk before, or to the archive itself
 */
@SuppressWarnings("ArrayRecordComponent") // compared by hash() only
public record ChunkHeader(
        long number, int form, long firstPosition, int records, Instant sealedAt, byte[] root, byte[] previous) {

    private static final int FIXED = 8 + 4 + 8 + 4 + 8;

    /** Position of its last record. */
    public long lastPosition() {
        return firstPosition + records - 1;
    }

    /** The hash that is signed. */
    public byte[] hash() {
        ByteBuffer fixed = ByteBuffer.allocate(FIXED);
        fixed.putLong(number).putInt(form).putLong(firstPosition).putInt(records);
        fixed.putLong(sealedAt.toEpochMilli());
        return Hashes.of(Hashes.CHUNK, fixed.array(), root, previous);
    }

    /** What the first chunk of an archive is linked to. */
    public static byte[] origin(UUID archive) {
        ByteBuffer id = ByteBuffer.allocate(16);
        id.putLong(archive.getMostSignificantBits()).putLong(archive.getLeastSignificantBits());
        return Hashes.of(Hashes.ARCHIVE, id.array());
    }
}
