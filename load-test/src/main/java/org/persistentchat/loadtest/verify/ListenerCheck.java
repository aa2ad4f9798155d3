package org.persistentchat.loadtest.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.verify.Difference.What;
import org.persistentchat.loadtest.verify.Difference.Where;

/** Holds what a listener received, in the order in which it came, against history. */
public final class ListenerCheck {
    private final String room;
    private final String listener;
    private final List<ChatEvent> history;
    private final Differences differences;

    /** {@code history} is complete: its event at index i has sequence i + 1. */
    public ListenerCheck(String room, String listener, List<ChatEvent> history, Differences differences) {
        this.room = room;
        this.listener = listener;
        this.history = history;
        this.differences = differences;
    }

    /** Compares what came after sequence {@code start}. */
    public void run(long start, List<ChatEvent> received) {
        Set<Long> seen = new HashSet<>();
        long highest = start;
        for (ChatEvent event : received) {
            if (!seen.add(event.seq())) {
                report(What.DUPLICATE, event.seq());
            } else if (event.seq() < 1 || event.seq() > history.size()) {
                report(What.UNEXPECTED, event.seq());
            } else if (!event.equals(history.get((int) event.seq() - 1))) {
                report(What.CHANGED, event.seq());
            } else if (event.seq() < highest) {
                report(What.ORDER, event.seq());
            }
            highest = Math.max(highest, event.seq());
        }
        for (long sequence = start + 1; sequence <= history.size(); sequence++) {
            if (!seen.contains(sequence)) {
                report(What.MISSING, sequence);
            }
        }
    }

    private void report(What what, long sequence) {
        differences.add(Where.LISTENER, what, room, listener + " at sequence " + sequence);
    }
}
