package org.persistentchat.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.event.Message.Edited;
import org.persistentchat.identity.PersonId;

/**
 * A row of {@code room_event}.
 *
 * @param target see the table
 * @param changedBy who edited it last
 * @param flags what it is besides
 */
record EventRow(
        long sequence,
        EventKind kind,
        PersonId author,
        Instant at,
        @Nullable String title,
        String body,
        long target,
        @Nullable Instant changedAt,
        @Nullable PersonId changedBy,
        Flags flags) {

    static final String COLUMNS =
            "sequence, kind, author_id, committed_at, title, body, target, changed_at, changed_by,"
                    + " deleted, pinned, reacted, unkept";

    /**
     * What a message may be besides; all false for most.
     *
     * @param reacted it has rows in {@code message_reaction}
     */
    record Flags(boolean deleted, boolean pinned, boolean reacted, boolean unkept) {
        private static final Flags NONE = new Flags(false, false, false, false);
    }

    /** The row at which {@code rows} stands, which has {@link #COLUMNS}. */
    static EventRow read(ResultSet rows) throws SQLException {
        long changedBy = rows.getLong(9);
        return new EventRow(
                rows.getLong(1),
                EventKind.ofCode(rows.getInt(2)),
                new PersonId(rows.getLong(3)),
                UtcTimestamp.read(rows, 4),
                rows.getString(5),
                rows.getString(6),
                rows.getLong(7),
                changedBy == 0 ? null : UtcTimestamp.read(rows, 8),
                changedBy == 0 ? null : new PersonId(changedBy),
                flags(rows));
    }

    private static Flags flags(ResultSet rows) throws SQLException {
        boolean deleted = rows.getBoolean(10);
        boolean pinned = rows.getBoolean(11);
        boolean reacted = rows.getBoolean(12);
        boolean unkept = rows.getBoolean(13);
        return deleted || pinned || reacted || unkept ? new Flags(deleted, pinned, reacted, unkept) : Flags.NONE;
    }

    /** Whether what the event says is in another row. */
    boolean refers() {
        return !kind.isMessage() && kind != EventKind.PURGE;
    }

    /** The message of this row. */
    Message message(String changedByAccount, List<Reaction> reactions) {
        Edited edited = changedAt == null || flags.deleted() ? null : new Edited(changedAt, changedByAccount);
        return new Message(title, body, target, edited, flags.deleted(), flags.pinned(), flags.unkept(), reactions);
    }
}
