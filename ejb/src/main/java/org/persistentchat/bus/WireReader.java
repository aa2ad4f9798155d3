package org.persistentchat.bus;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WireWriter} wrote. What a newer version wrote behind the known is left unread. */
public final class WireReader {
    private static final int SEVEN_BITS = 7;
    private static final int LOW_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int BYTE = 0xFF;

    private final byte[] bytes;
    private final int end;
    private int at;

    public WireReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private WireReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Whether there is more: an older version may have ended here. */
    public boolean hasMore() {
        return at < end;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN_BITS) {
            int next = raw();
            value |= (long) (next & LOW_BITS) << shift;
            if ((next & MORE) == 0) {
                return value;
            }
        }
        throw new MalformedMessageException("A number is too long");
    }

    /** A number of things that follow, each of at least one byte. */
    public int count() {
        long value = number();
        if (value < 0 || value > end - at) {
            throw new MalformedMessageException("More is announced than there is: " + value);
        }
        return (int) value;
    }

    public long id() {
        long value = 0;
        for (int read = 0; read < Long.BYTES; read++) {
            value = (value << Byte.SIZE) | raw();
        }
        return value;
    }

    public boolean flag() {
        return raw() != 0;
    }

    public String text() {
        int length = count();
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    public @Nullable String optional() {
        return flag() ? text() : null;
    }

    /** A part that was written behind its length; it is skipped here, read to the end or not. */
    public WireReader block() {
        int length = count();
        WireReader part = new WireReader(bytes, at, at + length);
        at += length;
        return part;
    }

    private int raw() {
        if (at >= end) {
            throw new MalformedMessageException("It ends too early");
        }
        return bytes[at++] & BYTE;
    }
}
