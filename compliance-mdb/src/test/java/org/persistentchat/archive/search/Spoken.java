package org.persistentchat.archive.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.ComplianceRecord;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.compliance.record.RecordedMessage;
import org.persistentchat.compliance.record.RecordedPerson;
import org.persistentchat.compliance.record.RecordedRoom;

/**
 * Something that happened, a millisecond after the one before.
 *
 * @param number its place, from 1
 */
record Spoken(long number, String kind, String person, String room) {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static Spoken by(long number) {
        return new Spoken(number, "POST", "ana", "r1");
    }

    Instant at() {
        return NOON.plusMillis(number);
    }

    ComplianceRecord saying(@Nullable String content) {
        return saying(content, null);
    }

    ComplianceRecord saying(@Nullable String content, @Nullable String previous) {
        return new ComplianceRecord(
                new UUID(0x0190_0000_0000_7000L, number),
                new RecordKind(kind),
                at(),
                new RecordedRoom(room, "Room " + room, "General"),
                number,
                new RecordedPerson(person, "The " + person, person + "@example.org", true),
                "node-1",
                content,
                new RecordedMessage(0, null, previous));
    }
}
