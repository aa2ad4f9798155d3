package org.persistentchat.archive.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A chunk that is closed.
 *
 * @param header what its hash covers
 * @param hash of the header
 * @param keyId which key signed it
 * @param signature over the hash
 */
@SuppressWarnings("ArrayRecordComponent") // compared by the verifier, part by part
public record SealedChunk(ChunkHeader header, byte[] hash, String keyId, byte[] signature) {

    /** Closes a chunk. */
    public static SealedChunk seal(ChunkHeader header, SigningKey key) {
        byte[] hash = header.hash();
        return new SealedChunk(header, hash, key.id(), key.sign(hash));
    }

    /** What the next chunk refers to: the signature too, so that only the newest has to be checked by a key. */
    public byte[] link() {
        return Hashes.of(Hashes.LINK, hash, signature, keyId.getBytes(UTF_8));
    }
}
