package org.persistentchat.bus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes the compact form of a message: small numbers take one byte, ids eight, text is UTF-8 behind its length. */
public final class WireWriter {
    private static final int FIRST_BYTES = 64;
    private static final int SEVEN_BITS = 7;
    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    /** A number that is not negative, in as many bytes as it needs. */
    public WireWriter number(long value) {
        long left = value;
        while ((left & ~LOW_BITS) != 0) {
            raw((int) (left & LOW_BITS) | MORE);
            left >>>= SEVEN_BITS;
        }
        return raw((int) left);
    }

    /** Any number, in eight bytes. */
    public WireWriter id(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            raw((int) (value >>> shift));
        }
        return this;
    }

    public WireWriter flag(boolean value) {
        return raw(value ? 1 : 0);
    }

    public WireWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Text that may be missing. */
    public WireWriter optional(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    /** Bytes behind their length. */
    public WireWriter block(byte[] value) {
        return block(value, value.length);
    }

    /** What another writer has written, behind its length: a reader may skip it, or read a part of it. */
    public WireWriter block(WireWriter value) {
        return block(value.bytes, value.length);
    }

    private WireWriter block(byte[] value, int size) {
        number(size);
        room(size);
        System.arraycopy(value, 0, bytes, length, size);
        length += size;
        return this;
    }

    private WireWriter raw(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
