package org.persistentchat.loadtest.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.verify.Difference.What;
import org.persistentchat.loadtest.verify.Difference.Where;

/** Every acknowledged post must be in history at the sequence of its acknowledgement, and no two may share one. */
public final class AcknowledgementCheck {
    private AcknowledgementCheck() {}

    /** {@code history} is complete: its event at index i has sequence i + 1. */
    public static void run(
            String room, List<Acknowledged> acknowledged, List<ChatEvent> history, Differences differences) {
        Set<Long> seen = new HashSet<>();
        for (Acknowledged each : acknowledged) {
            String detail = each.post().where() + " acknowledged as " + each.seq();
            if (!seen.add(each.seq())) {
                differences.add(Where.ACKNOWLEDGEMENT, What.DUPLICATE, room, detail);
            } else if (each.seq() < 1 || each.seq() > history.size()) {
                differences.add(Where.ACKNOWLEDGEMENT, What.MISSING, room, detail);
            } else if (!each.post().matches(history.get((int) each.seq() - 1))) {
                differences.add(Where.ACKNOWLEDGEMENT, What.CHANGED, room, detail);
            }
        }
    }
}
