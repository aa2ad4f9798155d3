package org.persistentchat.loadtest.client;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Everything received of one room, exactly as it came, repeats included. Checks that sequences go on without gap, repeat or swap. Written by one
 * event loop, readable from any thread.
 */
public final class RoomStream {
    private static final int MAX_FAULTS_KEPT = 1_000;
    private static final int MAX_MISSING_KEPT = 100_000;

    private final String room;
    private final boolean keepEvents;
    private final List<ChatEvent> received = new ArrayList<>();
    private final List<StreamFault> faults = new ArrayList<>();
    private final TreeSet<Long> missing = new TreeSet<>();
    private long faultCount;
    private long receivedCount;
    private long start;
    private long last;

    RoomStream(String room, boolean keepEvents) {
        this.room = room;
        this.keepEvents = keepEvents;
    }

    public String room() {
        return room;
    }

    /** The highest sequence that this stream has. */
    public synchronized long last() {
        return last;
    }

    /** The sequence after which this stream began. */
    public synchronized long start() {
        return start;
    }

    /** A copy of what was received since the stream began; empty if the connection only counts. */
    public synchronized List<ChatEvent> received() {
        return List.copyOf(received);
    }

    public synchronized long receivedCount() {
        return receivedCount;
    }

    /** The first faults, up to a thousand; {@link #faultCount()} counts all. */
    public synchronized List<StreamFault> faults() {
        return List.copyOf(faults);
    }

    public synchronized long faultCount() {
        return faultCount;
    }

    /** The stream begins (anew) after {@code sequence}. */
    synchronized void begin(long sequence) {
        start = sequence;
        last = sequence;
        received.clear();
        missing.clear();
    }

    /** The server says that its room ends at {@code sequence}, before what this stream has. */
    synchronized void rewind(long sequence) {
        fault(StreamFault.Kind.REWOUND, last, sequence);
        last = sequence;
    }

    /** The history has nothing up to {@code sequence} either. */
    synchronized void skipTo(long sequence) {
        fault(StreamFault.Kind.GAP, last + 1, sequence + 1);
        last = sequence;
    }

    synchronized void accept(List<ChatEvent> events) {
        for (ChatEvent event : events) {
            check(event.seq());
            receivedCount++;
            if (keepEvents) {
                received.add(event);
            }
        }
    }

    private void check(long sequence) {
        long expected = last + 1;
        if (sequence == expected) {
            last = sequence;
        } else if (sequence > expected) {
            fault(StreamFault.Kind.GAP, expected, sequence);
            for (long lost = expected; lost < sequence && missing.size() < MAX_MISSING_KEPT; lost++) {
                missing.add(lost);
            }
            last = sequence;
        } else {
            boolean late = missing.remove(sequence);
            fault(late ? StreamFault.Kind.REORDERED : StreamFault.Kind.DUPLICATE, expected, sequence);
        }
    }

    synchronized void fault(StreamFault.Kind kind, long expected, long sequence) {
        faultCount++;
        if (faults.size() < MAX_FAULTS_KEPT) {
            faults.add(new StreamFault(kind, room, expected, sequence));
        }
    }
}
