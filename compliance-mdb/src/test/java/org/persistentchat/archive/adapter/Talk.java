package org.persistentchat.archive.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/** People talking in rooms, the same for the same seed, with all that is hard to write into files. */
final class Talk {

    static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
    static final List<String> HARD = List.of(
            "plain",
            "",
            " blanks around ",
            "two\nlines\r\nand\ra tab\t",
            "quotes \" and ' and <tags> & entities;",
            "comma, \"quoted, comma\"",
            "h\u00e9llo \ud83d\ude00 \u05e9\u05dc\u05d5\u05dd",
            "NUL \u0000, escape \u001b, vertical tab \u000b",
            "half a pair \ud83d and \ude00 the wrong way round",
            "not characters \ufffe \uffff",
            "]]> and <!-- and -->",
            "=_ boundary\n.\n\nFrom here",
            "=1+1");

    private static final String[] KINDS = {
        "POST", "POST", "POST", "POST", "JOIN", "PART", "EDIT", "DELETE", "STORY", "HISTORY_VIEWED", "REACTION"
    };

    private final Random random;
    private final Map<String, Long> sequences = new TreeMap<>();
    private Instant now = BEGIN;
    private long ids;

    Talk(long seed) {
        random = new Random(seed);
    }

    /** The next records, with at most {@code apart} between two. */
    List<ComplianceRecord> next(int records, Duration apart) {
        List<ComplianceRecord> talk = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            now = now.plusMillis(random.nextLong(apart.toMillis() + 1));
            talk.add(next());
        }
        return talk;
    }

    Instant now() {
        return now;
    }

    private ComplianceRecord next() {
        RecordKind kind = new RecordKind(KINDS[random.nextInt(KINDS.length)]);
        boolean nowhere = random.nextInt(40) == 0;
        if (nowhere) {
            return record(new RecordKind("CATEGORY_CHANGED"), new RecordedRoom("", "", ""), 0, RecordedMessage.NONE);
        }
        int number = random.nextInt(5);
        String name = random.nextInt(10) == 0 ? "Renamed\n<" + number + ">" : "Room " + number;
        RecordedRoom room = new RecordedRoom("room" + number, name, "General & more");
        boolean numbered = !kind.name().equals("JOIN")
                && !kind.name().equals("PART")
                && !kind.name().equals("HISTORY_VIEWED");
        long sequence = numbered ? sequences.merge(room.id(), 1L, Long::sum) : 0;
        RecordedMessage message = kind.name().equals("EDIT")
                ? new RecordedMessage(Math.max(1, sequence - 1), "title " + hard(), hard())
                : RecordedMessage.NONE;
        return record(kind, room, sequence, message);
    }

    private ComplianceRecord record(RecordKind kind, RecordedRoom room, long sequence, RecordedMessage message) {
        int person = random.nextInt(4);
        long high = (now.toEpochMilli() << 16) | 0x7000L | (++ids & 0xfff);
        return new ComplianceRecord(
                new UUID(high, 0x8000_0000_0000_0000L | ids),
                kind,
                now,
                room,
                sequence,
                new RecordedPerson(
                        "person " + person + "@" + (person == 3 ? "\u00fc" : "x"),
                        "Name \"" + person + "\", " + (person == 2 ? "\ud83d" : "\u00e9"),
                        person == 1 ? null : "p" + person + "@example.org",
                        person != 2),
                "node-1",
                kind.name().equals("JOIN") || kind.name().equals("DELETE") ? null : hard(),
                message);
    }

    private String hard() {
        return HARD.get(random.nextInt(HARD.size()));
    }
}
