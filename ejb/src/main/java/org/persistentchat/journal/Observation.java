package org.persistentchat.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.identity.Person;
import org.persistentchat.room.Room;

/**
 * A fact that only compliance keeps: somebody came, left, or read.
 *
 * @param content what the kind says; for a history view the range of sequences
 */
public record Observation(
        RecordKind kind,
        Room room,
        Person person,
        Instant at,
        @Nullable String content) {}
