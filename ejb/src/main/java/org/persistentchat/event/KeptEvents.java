package org.persistentchat.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** What is shown of messages that are not kept for users: in rooms of categories without chat history. */
public final class KeptEvents {
    /** How long who was present may still come back for what they missed; afterwards the text is blanked. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    private KeptEvents() {}

    /** For pages of history: of an event that is not kept only that there was one. */
    public static List<CommittedEvent> page(List<CommittedEvent> events) {
        return hidden(events, event -> true);
    }

    /** For those who come back: the same, but of events at which they were present and that are not older than {@link #GRACE} the event itself. */
    public static List<CommittedEvent> resumed(List<CommittedEvent> events, LongPredicate present, Instant now) {
        Instant since = now.minus(GRACE);
        return hidden(events, event -> event.event().at().isBefore(since) || !present.test(event.sequence()));
    }

    private static List<CommittedEvent> hidden(List<CommittedEvent> events, Predicate<CommittedEvent> which) {
        boolean any = false;
        for (CommittedEvent event : events) {
            any |= event.event().message().unkept();
        }
        return any
                ? events.stream()
                        .map(event -> which.test(event) ? event.kept() : event)
                        .toList()
                : events;
    }
}
