package org.persistentchat.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;
import org.persistentchat.room.RoomId;

/**
 * The newest part of one room, and who listens. Events leave strictly by sequence, each once, whatever order they come in: what came
 * before is ignored, what lies beyond a gap waits until the gap is filled. Used by the shard's thread only.
 */
public final class RoomStream {
    private static final int EARLY_EVENTS = 10_000;

    private final RoomId room;
    private final StreamTail tail = new StreamTail();
    private final TreeMap<Long, CommittedEvent> early = new TreeMap<>();
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private long last;
    private long known;
    private long idleSince = System.nanoTime();

    /**
     * @param last newest sequence
     * @param newest events that end with {@code last}, contiguous; may be empty
     */
    RoomStream(RoomId room, long last, List<CommittedEvent> newest) {
        this.room = room;
        this.last = last;
        this.known = last;
        newest.forEach(tail::add);
    }

    public RoomId room() {
        return room;
    }

    /** Newest sequence delivered. */
    public long last() {
        return last;
    }

    /** The events from {@code from} to {@link #last()}, if all of them are in memory. */
    public Optional<List<CommittedEvent>> since(long from) {
        if (from > last) {
            return Optional.of(List.of());
        }
        return tail.since(from);
    }

    /** Deliveries to {@code listener} begin after {@link #last()}. */
    public void subscribe(Listener listener) {
        listeners.add(listener);
    }

    public void unsubscribe(Listener listener) {
        listeners.remove(listener);
        idleSince = System.nanoTime();
    }

    /** Those who listen; a view. */
    public Set<Listener> listeners() {
        return Collections.unmodifiableSet(listeners);
    }

    boolean isIdleFor(long nanos) {
        return listeners.isEmpty() && System.nanoTime() - idleSince > nanos;
    }

    /** Takes committed events in any order; what can be delivered now is returned. */
    Optional<EventBatch> accept(List<CommittedEvent> events) {
        List<CommittedEvent> ready = new ArrayList<>(events.size());
        for (CommittedEvent event : events) {
            if (event.sequence() == last + 1) {
                advance(event, ready);
                takeEarly(ready);
            } else if (event.sequence() > last) {
                comeTo(event.sequence());
                holdEarly(event);
            }
        }
        return ready.isEmpty() ? Optional.empty() : Optional.of(new EventBatch(room, ready));
    }

    private void takeEarly(List<CommittedEvent> ready) {
        while (!early.isEmpty() && early.firstKey() <= last + 1) {
            CommittedEvent event = early.pollFirstEntry().getValue();
            if (event.sequence() == last + 1) {
                advance(event, ready);
            }
        }
    }

    /** At the bound the latest goes: it is read from the database when its turn comes. */
    private void holdEarly(CommittedEvent event) {
        early.put(event.sequence(), event);
        if (early.size() > EARLY_EVENTS) {
            early.pollLastEntry();
        }
    }

    private void advance(CommittedEvent event, List<CommittedEvent> ready) {
        last = event.sequence();
        tail.add(event);
        ready.add(event);
    }

    /** The room is known to have come to {@code sequence}, though the event may not be here. */
    void comeTo(long sequence) {
        known = Math.max(known, sequence);
    }

    /** Whether events are missing that are known to be committed. */
    boolean hasGap() {
        return last < known;
    }

    /** Last sequence of the gap; meaningless without one. */
    long gapEnd() {
        return early.isEmpty() ? known : early.firstKey() - 1;
    }
}
