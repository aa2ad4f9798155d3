package org.persistentchat.stream;

import java.util.ArrayList;
import java.util.List;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventBatch;

/** Writes down what it hears; safe for use by several threads. */
public final class RecordingListener implements Listener {
    private final List<CommittedEvent> heard = new ArrayList<>();
    private int flushes;
    private boolean failing;

    @Override
    public synchronized void deliver(EventBatch batch) {
        if (failing) {
            throw new IllegalStateException("a defect of this listener");
        }
        heard.addAll(batch.events());
    }

    @Override
    public synchronized void flush() {
        flushes++;
    }

    /** From now on every delivery fails. */
    synchronized void fail() {
        failing = true;
    }

    /** Sequences of all rooms in the order heard. */
    public synchronized List<Long> sequences() {
        return heard.stream().map(CommittedEvent::sequence).toList();
    }

    synchronized int flushes() {
        return flushes;
    }
}
