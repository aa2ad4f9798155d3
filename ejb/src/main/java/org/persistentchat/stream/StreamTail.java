package org.persistentchat.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.persistentchat.event.CommittedEvent;

/**
 * The newest events of a room in memory, as users see them now: an event that changes a message changes it here too, as its transaction
 * did in the database. Used by the shard's thread only.
 */
final class StreamTail {
    private static final int EVENTS = 100;
    private static final int CHARACTERS = 65_536;

    private final ArrayDeque<CommittedEvent> events = new ArrayDeque<>();
    private int characters;

    /** Adds the event that follows the newest. */
    void add(CommittedEvent event) {
        if (!event.event().kind().isMessage()) {
            change(event);
        }
        events.addLast(event);
        characters += event.characters();
        while (events.size() > EVENTS || (characters > CHARACTERS && events.size() > 1)) {
            characters -= events.removeFirst().characters();
        }
    }

    private void change(CommittedEvent later) {
        List<CommittedEvent> before = new ArrayList<>(events);
        events.clear();
        characters = 0;
        for (CommittedEvent event : before) {
            CommittedEvent now = event.after(later);
            events.addLast(now);
            characters += now.characters();
        }
    }

    /** The events from sequence {@code from}, if all of them are here. */
    Optional<List<CommittedEvent>> since(long from) {
        if (events.isEmpty() || events.getFirst().sequence() > from) {
            return Optional.empty();
        }
        List<CommittedEvent> found = new ArrayList<>();
        for (CommittedEvent event : events) {
            if (event.sequence() >= from) {
                found.add(event);
            }
        }
        return Optional.of(found);
    }
}
