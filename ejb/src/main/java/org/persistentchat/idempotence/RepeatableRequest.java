package org.persistentchat.idempotence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that its caller may send again.
 *
 * @param person who asks
 * @param key SHA-256 of the key that the caller chose
 * @param content SHA-256 of all that makes it the same request
 */
public record RepeatableRequest(long person, String key, String content) {

    /** The request {@code operation} (method and address) with this body. */
    public static RepeatableRequest of(long person, String key, String operation, byte[] body) {
        MessageDigest content = sha256();
        content.update(operation.getBytes(StandardCharsets.UTF_8));
        content.update((byte) '\n'); // no address has one
        return new RepeatableRequest(
                person, hex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))), hex(content.digest(body)));
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
