package org.persistentchat.event;

import java.util.List;

/** Cuts contiguous events, oldest first, so that their texts have so many characters together; one event is left in any case. */
public final class TextBound {
    private TextBound() {}

    /** The oldest of them. */
    public static List<CommittedEvent> oldest(List<CommittedEvent> events, int characters) {
        return events.subList(0, fitting(events, characters, 0, 1));
    }

    /** The newest of them. */
    public static List<CommittedEvent> newest(List<CommittedEvent> events, int characters) {
        int size = events.size();
        return events.subList(size - fitting(events, characters, size - 1, -1), size);
    }

    /** UTF-16 code units of text in all of them. */
    public static int characters(List<CommittedEvent> events) {
        int all = 0;
        for (CommittedEvent event : events) {
            all += event.characters();
        }
        return all;
    }

    private static int fitting(List<CommittedEvent> events, int characters, int from, int step) {
        long left = characters;
        int count = 0;
        for (int index = from; count < events.size(); index += step) {
            left -= events.get(index).characters();
            if (left < 0 && count > 0) {
                return count;
            }
            count++;
        }
        return count;
    }
}
