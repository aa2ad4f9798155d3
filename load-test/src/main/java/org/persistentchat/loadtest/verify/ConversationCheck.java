package org.persistentchat.loadtest.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.verify.Difference.What;
import org.persistentchat.loadtest.verify.Difference.Where;

/**
 * Holds a room's history against what its people said at the same time, each one thing after the other and no text twice: sequences are dense from 1,
 * nothing is there that nobody said, nothing twice, and each person's words are in the order in which they were said. That what was acknowledged is there is
 * the matter of {@link AcknowledgementCheck}.
 */
public final class ConversationCheck {
    private final String room;
    private final Differences differences;

    public ConversationCheck(String room, Differences differences) {
        this.room = room;
        this.differences = differences;
    }

    /** {@code said} has each person's posts in the order in which they were said. */
    public void run(List<ExpectedPost> said, List<ChatEvent> history) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < said.size(); place++) {
            places.put(said.get(place).text(), place);
        }
        Map<String, Integer> newest = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        long expected = 1;
        for (ChatEvent event : history) {
            if (event.seq() != expected) {
                report(event.seq() > expected ? What.MISSING : What.DUPLICATE, event, "where " + expected + " is next");
            }
            expected = event.seq() + 1;
            Integer place = places.get(event.body());
            if (place == null) {
                report(What.UNEXPECTED, event, "was said by nobody");
            } else if (!said.get(place).matches(event)) {
                report(What.CHANGED, event, "was said by " + said.get(place).account());
            } else if (!seen.add(place)) {
                report(What.DUPLICATE, event, "was there before");
            } else if (newest.merge(event.author(), place, Math::max) > place) {
                report(What.ORDER, event, "comes after what was said later");
            }
        }
    }

    private void report(What what, ChatEvent event, String detail) {
        differences.add(Where.HISTORY, what, room, "sequence " + event.seq() + " of " + event.author() + " " + detail);
    }
}
