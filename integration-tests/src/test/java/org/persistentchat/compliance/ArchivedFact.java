package org.persistentchat.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A row of the archive, all of it but its id. */
record ArchivedFact(
        String kind,
        Instant at,
        String roomId,
        String roomName,
        String category,
        long sequence,
        String account,
        String displayName,
        @Nullable String email,
        boolean internal,
        String server,
        @Nullable String content) {

    /** The row that the result set stands on. */
    static ArchivedFact of(ResultSet row) throws SQLException {
        return new ArchivedFact(
                row.getString("kind"),
                row.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("room_id"),
                row.getString("room_name"),
                row.getString("category_name"),
                row.getLong("sequence"),
                row.getString("account"),
                row.getString("display_name"),
                row.getString("email"),
                row.getBoolean("internal"),
                row.getString("server"),
                row.getString("content"));
    }
}
