package org.persistentchat.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;

/**
 * What a transaction committed.
 *
 * @param answers to every post of the batch whose room exists, repeated ones included
 * @param missing rooms that do not exist any more
 * @param events new events by room, by sequence
 * @param outbox the outbox row, or null if there was nothing for compliance
 */
record Committed(
        Map<PostKey, Posted> answers,
        Set<RoomId> missing,
        Map<RoomId, List<CommittedEvent>> events,
        @Nullable EncodedBatch outbox) {}
