package org.persistentchat.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventKind;
import org.persistentchat.event.StoredMessage;
import org.persistentchat.hold.HeldText;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.Holds;
import org.persistentchat.room.RoomId;

/**
 * Refuses what a legal hold forbids. Purges and removals by administrators, and what retention removes, leave what is held as it is. What people do with
 * messages in their rooms goes on: they must not learn of the hold, and the text before is in the archive, where the hold keeps it. Only where it would not be
 * recorded is it refused. A transaction asks once, and only if it has such drafts.
 */
final class HeldMessages {
    private final Connection connection;
    private final Set<RoomId> unrecorded;
    private @Nullable Holds passed;
    private @Nullable Holds seen;

    HeldMessages(Connection connection, Set<RoomId> unrecorded) {
        this.connection = connection;
        this.unrecorded = unrecorded;
    }

    void check(Draft draft, StoredMessage target) throws SQLException {
        Holds holds = holds(draft);
        if (holds.none()) {
            return;
        }
        HeldText text = HeldText.of(
                draft.room().id().value(),
                target.author().value(),
                target.at(),
                target.message().title(),
                target.message().body());
        if (holds.cover(text)) {
            throw new ChatException(ErrorCode.MESSAGE_HELD, "The message must be kept as it is.");
        }
    }

    private Holds holds(Draft draft) throws SQLException {
        if (draft instanceof PurgeDraft || draft instanceof RewriteDraft) {
            Holds now = passed == null ? HoldGate.pass(connection) : passed;
            passed = now;
            return now;
        }
        boolean rewrites = draft.kind() == EventKind.EDIT || draft.kind() == EventKind.DELETE;
        if (!rewrites || !unrecorded.contains(draft.room().id())) {
            return Holds.NONE;
        }
        Holds now = seen == null ? HoldGate.look(connection) : seen;
        seen = now;
        return now;
    }
}
