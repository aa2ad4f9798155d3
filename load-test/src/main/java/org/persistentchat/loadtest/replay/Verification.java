package org.persistentchat.loadtest.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.verify.Acknowledged;
import org.persistentchat.loadtest.verify.AcknowledgementCheck;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.ComplianceCheck;
import org.persistentchat.loadtest.verify.Differences;
import org.persistentchat.loadtest.verify.HistoryCheck;
import org.persistentchat.loadtest.verify.Presence;

/** All checks of a replay, room by room. */
final class Verification {
    private final Duration patience;
    private final Differences differences;
    private final Progress progress;

    Verification(Duration patience, Differences differences, Progress progress) {
        this.patience = patience;
        this.differences = differences;
        this.progress = progress;
    }

    List<RoomReport> run(
            List<RoomReplay> rooms, Listeners listeners, @Nullable ComplianceArchive archive, Presence presence) {
        progress.phase("history and listeners", 0);
        Map<RoomReplay, List<ChatEvent>> histories = new LinkedHashMap<>();
        Map<RoomReplay, Long> received = new LinkedHashMap<>();
        for (RoomReplay replay : rooms) {
            ReplayRoom room = replay.room();
            long last = replay.acknowledged().stream()
                    .mapToLong(Acknowledged::seq)
                    .max()
                    .orElse(0);
            listeners.await(room, last, patience);
            List<ChatEvent> history = listeners.history(room);
            new HistoryCheck(room.name(), replay.expected(), history, differences).run();
            AcknowledgementCheck.run(room.name(), replay.acknowledged(), history, differences);
            received.put(replay, listeners.check(room, history));
            histories.put(replay, history);
        }
        listeners.leave();
        List<RoomReport> reports = new ArrayList<>();
        for (RoomReplay replay : rooms) {
            List<ChatEvent> history = histories.getOrDefault(replay, List.of());
            long archived = archive == null ? -1 : archived(replay.room(), history, archive, presence);
            reports.add(report(replay, history.size(), received.getOrDefault(replay, 0L), archived));
        }
        return reports;
    }

    private long archived(ReplayRoom room, List<ChatEvent> history, ComplianceArchive archive, Presence presence) {
        progress.phase("compliance of " + room.name(), 0);
        Map<String, Presence.Bounds> joins = presence.joins(room.id());
        Map<String, Presence.Bounds> parts = presence.parts(room.id());
        // The archive may lag behind; what has not come after a bounded time counts as missing.
        var unused = Waiting.until(
                patience,
                () -> archive.count(room.id(), "POST") >= history.size()
                        && ComplianceCheck.arrived(joins, archive.counts(room.id(), "JOIN"))
                        && ComplianceCheck.arrived(parts, archive.counts(room.id(), "PART")));
        List<ArchivedRecord> records = archive.records(room.id());
        ComplianceCheck check = new ComplianceCheck(room.name(), records, differences);
        check.posts(history);
        check.presence(joins, parts);
        return records.stream().filter(record -> "POST".equals(record.kind())).count();
    }

    private static RoomReport report(RoomReplay replay, int history, long received, long archived) {
        Script script = replay.script();
        return new RoomReport(
                script.channel(),
                replay.room().id(),
                replay.room().name(),
                script.lines(),
                script.posts(),
                replay.acknowledged().size(),
                history,
                received,
                archived,
                script.notPosted());
    }
}
