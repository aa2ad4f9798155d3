package org.persistentchat.compliance.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact for the archive. It explains itself without any other table: names are those of its time.
 *
 * @param recordId unique for ever and time-ordered, from {@link RecordIds}; the archive stores each once
 * @param kind what happened
 * @param at when, in milliseconds
 * @param room where
 * @param sequence the event's place in the room, 0 for none
 * @param person who
 * @param server name of the server that accepted it
 * @param content what the kind says: the body of a post, the new one of an edit, a reaction's emoji, the range of a history view
 * @param message what else there is to say of a message
 */
public record ComplianceRecord(
        UUID recordId,
        RecordKind kind,
        Instant at,
        RecordedRoom room,
        long sequence,
        RecordedPerson person,
        String server,
        @Nullable String content,
        RecordedMessage message) {

    public ComplianceRecord {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A record that says nothing else of a message. */
    public ComplianceRecord(
            UUID recordId,
            RecordKind kind,
            Instant at,
            RecordedRoom room,
            long sequence,
            RecordedPerson person,
            String server,
            @Nullable String content) {
        this(recordId, kind, at, room, sequence, person, server, content, RecordedMessage.NONE);
    }
}
