package org.persistentchat.journal;

import java.time.Instant;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.Message;
import org.persistentchat.event.StoredMessage;

/** Something that changes a message. */
public sealed interface ChangeDraft extends Draft permits EditDraft, DeleteDraft, ReactDraft, PinDraft, RewriteDraft {

    /** What compliance calls it. */
    RecordKind record();

    /**
     * The message after the change; who reacted is counted by the transaction.
     *
     * @throws ChatException if the message may not be changed so
     */
    Message changed(StoredMessage target, Instant at);

    /** The same by somebody who manages the room now, or does not: only managers change what others said. */
    default ChangeDraft byManager(boolean manages) {
        return this;
    }

    @Override
    default String body() {
        return "";
    }

    /** Refuses who is neither the author of the message nor allowed to change those of others. */
    static void checkAuthor(Draft draft, StoredMessage target, boolean ofOthers) {
        if (!ofOthers && !target.author().equals(draft.author().id())) {
            throw new ChatException(
                    ErrorCode.NOT_THE_AUTHOR, "Only its author and managers of the room change a message.");
        }
    }
}
