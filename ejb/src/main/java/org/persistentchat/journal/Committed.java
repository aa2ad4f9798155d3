package org.persistentchat.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.room.RoomId;

/**
 * What a transaction committed.
 *
 * @param answers to every draft of the batch that was not refused, repeated ones included
 * @param refused drafts that could not become events; those without an entry and without an answer name a room that does not exist
 * @param events new events by room, by sequence
 * @param mentions by message, where it changed who is mentioned
 * @param outbox the outbox row, or null if there was nothing for compliance
 * @param change number of an administrative change at least as new as the transaction saw
 * @param followed whether this server has followed the changes of rights up to {@code change}: the events may be delivered only then
 */
record Committed(
        Map<PostKey, Posted> answers,
        Map<PostKey, ChatException> refused,
        Map<RoomId, List<CommittedEvent>> events,
        List<MentionsChanged> mentions,
        @Nullable EncodedBatch outbox,
        long change,
        boolean followed) {

    /** Under rights that have not been compared yet. */
    Committed(
            Map<PostKey, Posted> answers,
            Map<PostKey, ChatException> refused,
            Map<RoomId, List<CommittedEvent>> events,
            List<MentionsChanged> mentions,
            @Nullable EncodedBatch outbox) {
        this(answers, refused, events, mentions, outbox, 0, false);
    }

    /** The same, under the rights as of a change that this server has followed. */
    Committed followed(long number) {
        return new Committed(answers, refused, events, mentions, outbox, number, true);
    }

    /** The same, with drafts that were refused before the transaction. */
    Committed alsoRefused(Map<PostKey, ChatException> barred) {
        if (barred.isEmpty()) {
            return this;
        }
        Map<PostKey, ChatException> all = new HashMap<>(refused);
        all.putAll(barred);
        return new Committed(answers, all, events, mentions, outbox, change, followed);
    }

    /** Why a draft has no answer. */
    ChatException refusal(PostKey key) {
        ChatException reason = refused.get(key);
        return reason != null ? reason : new ChatException(ErrorCode.ROOM_NOT_FOUND, "There is no such room.");
    }
}
