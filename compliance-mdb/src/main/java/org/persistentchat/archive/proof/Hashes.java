package org.persistentchat.archive.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, with a first byte that says what is hashed, so that a hash of one kind never passes as one of another. */
final class Hashes {

    static final byte LEAF = 0;
    static final byte NODE = 1;
    static final byte CHUNK = 2;
    static final byte LINK = 3;
    static final byte ARCHIVE = 4;
    static final byte EXPIRY = 5;

    private Hashes() {}

    static byte[] of(byte kind, byte[]... parts) {
        MessageDigest digest = digest();
        digest.update(kind);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
