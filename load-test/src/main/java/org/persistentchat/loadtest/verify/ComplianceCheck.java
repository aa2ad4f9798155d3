package org.persistentchat.loadtest.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.verify.Difference.What;
import org.persistentchat.loadtest.verify.Difference.Where;

/** The compliance database has every post of a room exactly once as it is in history, and joins and parts as they were done. */
public final class ComplianceCheck {
    private final String room;
    private final List<ArchivedRecord> records;
    private final Differences differences;

    public ComplianceCheck(String room, List<ArchivedRecord> records, Differences differences) {
        this.room = room;
        this.records = records;
        this.differences = differences;
    }

    /** {@code history} is complete: its event at index i has sequence i + 1. */
    public void posts(List<ChatEvent> history) {
        Set<Long> seen = new HashSet<>();
        for (ArchivedRecord record : records) {
            if (!"POST".equals(record.kind())) {
                continue;
            }
            long sequence = record.sequence();
            if (sequence < 1 || sequence > history.size()) {
                report(What.UNEXPECTED, "post " + sequence + " of " + record.account());
            } else if (!seen.add(sequence)) {
                report(What.DUPLICATE, "post " + sequence + " of " + record.account());
            } else if (!same(history.get((int) sequence - 1), record)) {
                report(What.CHANGED, "post " + sequence + " of " + record.account());
            }
        }
        for (long sequence = 1; sequence <= history.size(); sequence++) {
            if (!seen.contains(sequence)) {
                report(What.MISSING, "post " + sequence);
            }
        }
    }

    private static boolean same(ChatEvent event, ArchivedRecord record) {
        return event.author().equals(record.account())
                && event.name().equals(record.displayName())
                && event.body().equals(record.content());
    }

    /** Whether everything that is known to have been done is in {@code counts}; what may have been done does not stand in for it. */
    public static boolean arrived(Map<String, Presence.Bounds> expected, Map<String, Long> counts) {
        return expected.entrySet().stream()
                .allMatch(one ->
                        counts.getOrDefault(one.getKey(), 0L) >= one.getValue().least());
    }

    /** Compares how often each person came and went; nobody else may have. */
    public void presence(Map<String, Presence.Bounds> joins, Map<String, Presence.Bounds> parts) {
        compare("JOIN", joins);
        compare("PART", parts);
        repeated();
    }

    /** No record may be there twice. */
    public void repeated() {
        Set<String> ids = new HashSet<>();
        for (ArchivedRecord record : records) {
            if (!ids.add(record.id())) {
                report(What.DUPLICATE, "record " + record.id());
            }
        }
    }

    private void compare(String kind, Map<String, Presence.Bounds> expected) {
        Map<String, Long> archived = new HashMap<>();
        records.stream()
                .filter(record -> kind.equals(record.kind()))
                .forEach(record -> archived.merge(record.account(), 1L, Long::sum));
        Set<String> accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(archived.keySet());
        for (String account : accounts) {
            long count = archived.getOrDefault(account, 0L);
            Presence.Bounds bounds = expected.getOrDefault(account, Presence.Bounds.NONE);
            if (!bounds.contains(count)) {
                String detail = kind + " of " + account + ": " + count + " in the archive, " + bounds.least() + " to "
                        + bounds.most() + " done";
                report(count < bounds.least() ? What.MISSING : What.UNEXPECTED, detail);
            }
        }
    }

    private void report(What what, String detail) {
        differences.add(Where.COMPLIANCE, what, room, detail);
    }
}
