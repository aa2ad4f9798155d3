package org.persistentchat.loadtest.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds in a server's frame what the generator needs, in one pass, without objects: members in any order, unknown ones skipped. One scanner per
 * event loop.
 */
final class MessageScanner {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final int INITIAL_BYTES = 64 * 1024;
    private static final int INITIAL_EVENTS = 64;

    private final Events events = new Events();
    private byte[] bytes = new byte[INITIAL_BYTES];
    private int at;
    private int end;

    private long id;
    private long seq;
    private long last;
    private long roomHash;
    private long heartbeat;
    private String push = "";
    private String code = "";
    private boolean failed;

    /** Events of the message at hand: its room may be named after them. */
    private static final class Events {
        private long[] sequences = new long[INITIAL_EVENTS];
        private long[] stamps = new long[INITIAL_EVENTS];
        private int count;

        private void add(long sequence, long stamp) {
            if (count == sequences.length) {
                sequences = Arrays.copyOf(sequences, count * 2);
                stamps = Arrays.copyOf(stamps, count * 2);
            }
            sequences[count] = sequence;
            stamps[count++] = stamp;
        }
    }

    /** The hash under which a room's pushes arrive. */
    static long hash(String room) {
        long hash = FNV_START;
        for (byte each : room.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each) * FNV_PRIME;
        }
        return hash;
    }

    /** Scans a frame of one or more messages. */
    void scan(ByteBuf frame, MessageSink sink) {
        end = frame.readableBytes();
        if (bytes.length < end) {
            bytes = new byte[Integer.highestOneBit(end) * 2];
        }
        frame.getBytes(frame.readerIndex(), bytes, 0, end);
        at = 0;
        while (skipBlanks()) {
            message(sink);
        }
    }

    private void message(MessageSink sink) {
        id = MessageSink.NONE;
        seq = MessageSink.NONE;
        last = MessageSink.NONE;
        roomHash = 0;
        heartbeat = 0;
        push = "";
        code = "";
        failed = false;
        events.count = 0;
        object(this::topMember);
        if (push.equals("events")) {
            for (int index = 0; index < events.count; index++) {
                sink.event(roomHash, events.sequences[index], events.stamps[index]);
            }
        } else if (push.equals("hello")) {
            sink.hello((int) heartbeat);
        } else if (push.equals("left")) {
            sink.left(roomHash);
        } else if (failed) {
            sink.refused(id, code);
        } else if (id != MessageSink.NONE) {
            sink.answered(id, seq, last);
        }
    }

    /** Reads the value of a member whose name is {@code length} bytes at {@code start}. */
    private interface Member {
        void read(int start, int length);
    }

    private void topMember(int start, int length) {
        if (is(start, length, "push")) {
            push = string();
        } else if (is(start, length, "id")) {
            id = number();
        } else if (is(start, length, "room")) {
            roomHash = stringHash();
        } else if (is(start, length, "events")) {
            array(() -> event());
        } else if (is(start, length, "heartbeatSeconds")) {
            heartbeat = number();
        } else if (is(start, length, "ok")) {
            object(this::okMember);
        } else if (is(start, length, "error")) {
            failed = true;
            object(this::errorMember);
        } else {
            skipValue();
        }
    }

    private void okMember(int start, int length) {
        if (is(start, length, "seq")) {
            seq = number();
        } else if (is(start, length, "last")) {
            last = number();
        } else {
            skipValue();
        }
    }

    private void errorMember(int start, int length) {
        if (is(start, length, "code")) {
            code = string();
        } else {
            skipValue();
        }
    }

    private long eventSeq;
    private long eventStamp;

    private void event() {
        eventSeq = MessageSink.NONE;
        eventStamp = MessageSink.NONE;
        object(this::eventMember);
        events.add(eventSeq, eventStamp);
    }

    private void eventMember(int start, int length) {
        if (is(start, length, "seq")) {
            eventSeq = number();
        } else if (is(start, length, "body")) {
            eventStamp = stamp();
        } else {
            skipValue();
        }
    }

    private void object(Member member) {
        expect('{');
        skipBlanks();
        while (bytes[at] != '}') {
            expect('"');
            int start = at;
            skipString();
            int length = at - 1 - start;
            skipBlanks();
            expect(':');
            skipBlanks();
            member.read(start, length);
            skipBlanks();
            if (bytes[at] == ',') {
                at++;
                skipBlanks();
            }
        }
        at++;
    }

    private void array(Runnable element) {
        expect('[');
        skipBlanks();
        while (bytes[at] != ']') {
            element.run();
            skipBlanks();
            if (bytes[at] == ',') {
                at++;
                skipBlanks();
            }
        }
        at++;
    }

    private void skipValue() {
        switch (bytes[at]) {
            case '"' -> {
                at++;
                skipString();
            }
            case '{' -> object((start, length) -> skipValue());
            case '[' -> array(this::skipValue);
            default -> {
                while (at < end && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
                    at++;
                }
            }
        }
    }

    /** From behind the opening quote to behind the closing one. */
    private void skipString() {
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        at++;
    }

    private String string() {
        expect('"');
        int start = at;
        skipString();
        return new String(bytes, start, at - 1 - start, StandardCharsets.UTF_8);
    }

    private long stringHash() {
        expect('"');
        long hash = FNV_START;
        while (bytes[at] != '"') {
            hash = (hash ^ bytes[at++]) * FNV_PRIME;
        }
        at++;
        return hash;
    }

    private long number() {
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at++] - '0';
        }
        return negative ? -value : value;
    }

    /** The number after the mark that a body of this generator begins with. */
    private long stamp() {
        expect('"');
        long stamp = MessageSink.NONE;
        if (bytes[at] == Stamp.MARK) {
            at++;
            stamp = number();
        }
        skipString();
        return stamp;
    }

    private boolean is(int start, int length, String name) {
        if (length != name.length()) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (bytes[start + index] != name.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private void expect(char wanted) {
        if (at >= end || bytes[at] != wanted) {
            throw new IllegalArgumentException("Not as expected at byte " + at + ", wanted " + wanted + ": "
                    + new String(bytes, 0, Math.min(end, 500), StandardCharsets.UTF_8));
        }
        at++;
    }

    /** Returns whether anything is left. */
    private boolean skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at < end;
    }
}
