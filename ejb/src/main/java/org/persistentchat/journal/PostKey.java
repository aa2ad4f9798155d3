package org.persistentchat.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.persistentchat.identity.PersonId;
import org.persistentchat.room.RoomId;

/**
 * What makes a post the same post: room, author, and the client's key, of which the first 16 bytes of its SHA-256 are stored, so that the
 * index stays narrow whatever clients choose.
 */
record PostKey(RoomId room, PersonId author, long high, long low) {

    static PostKey of(RoomId room, PersonId author, String clientKey) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(clientKey.getBytes(StandardCharsets.UTF_8)));
            return new PostKey(room, author, digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** As stored in {@code room_event.client_key}. */
    byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }
}
