package org.persistentchat.loadtest.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.client.ChatConnection;
import org.persistentchat.loadtest.client.ChatEvent;
import org.persistentchat.loadtest.client.HistoryPage;
import org.persistentchat.loadtest.client.HistoryRange;
import org.persistentchat.loadtest.client.RoomStream;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.verify.AcknowledgementCheck;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.ComplianceCheck;
import org.persistentchat.loadtest.verify.ConversationCheck;
import org.persistentchat.loadtest.verify.Differences;
import org.persistentchat.loadtest.verify.ListenerCheck;
import org.persistentchat.loadtest.verify.StreamFaults;

/** All checks of a conversation, room by room. */
final class SoakVerification {
    private static final int PAGE = 500;

    private final SoakSettings settings;
    private final List<SoakRoom> rooms;
    private final List<SoakPerson> people;
    private final Differences differences;
    private final Progress progress;

    SoakVerification(
            SoakSettings settings,
            List<SoakRoom> rooms,
            List<SoakPerson> people,
            Differences differences,
            Progress progress) {
        this.settings = settings;
        this.rooms = rooms;
        this.people = people;
        this.differences = differences;
        this.progress = progress;
    }

    SoakReport run(SoakMeter meter, long skipped, @Nullable ComplianceArchive archive) {
        progress.phase("streams are complete", 0);
        var unused = Waiting.until(settings.patience(), () -> people.stream().allMatch(this::complete));
        meter.look();
        Map<SoakRoom, List<ChatEvent>> histories = new LinkedHashMap<>();
        long received = 0;
        progress.phase("history and streams", rooms.size());
        for (SoakRoom room : rooms) {
            List<ChatEvent> history = history(room);
            histories.put(room, history);
            new ConversationCheck(room.name(), differences).run(room.said(), history);
            AcknowledgementCheck.run(room.name(), room.acknowledged(), history, differences);
            received += streams(room, history);
            progress.step();
        }
        people.forEach(person ->
                StreamFaults.collect(person.account(), person.connection().streams(), differences));
        long archived = archive == null ? -1 : archived(histories, archive);
        return new SoakReport(
                settings.seed(),
                settings.people(),
                settings.rooms(),
                sum(rooms.stream().map(room -> room.said().size())),
                sum(rooms.stream().map(room -> room.acknowledged().size())),
                sum(histories.values().stream().map(List::size)),
                received,
                archived,
                skipped,
                meter.absences(),
                differences.counts(),
                differences.first().stream().map(Object::toString).toList(),
                meter.faults(),
                meter.samples());
    }

    private static long sum(Stream<Integer> counts) {
        return counts.mapToLong(Integer::longValue).sum();
    }

    private boolean complete(SoakPerson person) {
        return person.rooms().stream()
                .allMatch(room -> person.connection().stream(room.id())
                        .map(stream -> stream.last() >= room.last())
                        .orElse(false));
    }

    private List<ChatEvent> history(SoakRoom room) {
        ChatConnection reader = people.stream()
                .filter(person -> person.rooms().contains(room))
                .findFirst()
                .orElseThrow()
                .connection();
        List<ChatEvent> history = new ArrayList<>();
        long last = 0;
        while (true) {
            HistoryPage page = Waiting.answer(reader.history(room.id(), HistoryRange.after(last, PAGE)));
            if (page.events().isEmpty()) {
                return history;
            }
            history.addAll(page.events());
            last = page.events().get(page.events().size() - 1).seq();
        }
    }

    private long streams(SoakRoom room, List<ChatEvent> history) {
        long received = 0;
        for (SoakPerson person : people) {
            RoomStream stream = person.connection().stream(room.id()).orElse(null);
            if (stream != null) {
                received += stream.receivedCount();
                new ListenerCheck(room.name(), person.account(), history, differences)
                        .run(stream.start(), stream.received());
            }
        }
        return received;
    }

    private long archived(Map<SoakRoom, List<ChatEvent>> histories, ComplianceArchive archive) {
        progress.phase("compliance", rooms.size());
        long posts = 0;
        for (Map.Entry<SoakRoom, List<ChatEvent>> room : histories.entrySet()) {
            String id = room.getKey().id();
            var unused = Waiting.until(
                    settings.patience(),
                    () -> archive.count(id, "POST") >= room.getValue().size());
            List<ArchivedRecord> records = archive.records(id);
            ComplianceCheck check = new ComplianceCheck(room.getKey().name(), records, differences);
            check.posts(room.getValue());
            check.repeated();
            posts += records.stream()
                    .filter(record -> "POST".equals(record.kind()))
                    .count();
            progress.step();
        }
        return posts;
    }
}
