package org.persistentchat.web.outbound;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait for one client, bounded in number and bytes. An idle connection has no memory for it. Guarded by its owner.
 *
 * <p>The bound is about a client that falls behind: a message is always taken when nothing waits, so that a single large reply gets through.
 */
final class OutboundQueue {
    /** A frame of several messages is not larger than this; it is about what a socket takes at once. */
    static final int JOINED_FRAME_BYTES = 64 * 1024;

    /** The share of the queue, one part of so many, that what clients can do without may fill. */
    private static final int SOFT_SHARE = 4;

    private static final byte SEPARATOR = '\n';

    private final int maxMessages;
    private final int maxBytes;

    /** The oldest message; the others, if any, are in {@link #others}. Most of the time there is only this one. */
    private byte @Nullable [] first;

    private @Nullable ArrayDeque<byte[]> others;
    private int bytes;

    OutboundQueue(int maxMessages, int maxBytes) {
        this.maxMessages = maxMessages;
        this.maxBytes = maxBytes;
    }

    /** Puts a message at the end; false if the client is too far behind. */
    boolean offer(byte[] message) {
        if (first == null) {
            first = message;
            bytes = message.length;
            return true;
        }
        if (size() >= maxMessages || message.length > maxBytes - bytes) {
            return false;
        }
        if (others == null) {
            others = new ArrayDeque<>();
        }
        others.add(message);
        bytes += message.length;
        return true;
    }

    /** Whether so much waits that what the client can do without is left out. */
    boolean isBehind() {
        return size() >= maxMessages / SOFT_SHARE || bytes >= maxBytes / SOFT_SHARE;
    }

    boolean isEmpty() {
        return first == null;
    }

    int size() {
        return first == null ? 0 : others == null ? 1 : 1 + others.size();
    }

    void clear() {
        first = null;
        others = null;
        bytes = 0;
    }

    /** Takes as many messages as fit into one frame, oldest first, joined by line feeds; a sole message is given as it is, not copied. */
    @Nullable Frame take() {
        byte[] head = first;
        if (head == null) {
            return null;
        }
        int messages = 1;
        int length = head.length;
        if (others != null) {
            for (byte[] message : others) {
                if (length + 1 + message.length > JOINED_FRAME_BYTES) {
                    break;
                }
                length += 1 + message.length;
                messages++;
            }
        }
        return new Frame(messages == 1 ? takeFirst() : join(messages, length), messages);
    }

    private ByteBuffer takeFirst() {
        return ByteBuffer.wrap(poll());
    }

    private ByteBuffer join(int messages, int length) {
        ByteBuffer joined = ByteBuffer.allocate(length);
        joined.put(poll());
        for (int i = 1; i < messages; i++) {
            joined.put(SEPARATOR).put(poll());
        }
        return joined.flip();
    }

    private byte[] poll() {
        byte[] head = first;
        if (head == null) {
            throw new IllegalStateException("Nothing waits");
        }
        bytes -= head.length;
        first = others == null ? null : others.poll();
        if (first == null) {
            others = null;
        }
        return head;
    }

    /** A frame to be sent and how many messages are in it. */
    record Frame(ByteBuffer text, int messages) {}
}
