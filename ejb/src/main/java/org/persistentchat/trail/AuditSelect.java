package org.persistentchat.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.audit.AuditSubject;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.id.FoldedName;

/** The query of a page: conditions as wanted, each served by an index that goes on with the order of the page. */
final class AuditSelect {
    private final StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    private final List<Object> values = new ArrayList<>();

    AuditSelect(AuditQuery query, Optional<AuditCursor> after) {
        query.actor().ifPresent(actor -> and("actor_folded = ?", FoldedName.of(actor)));
        query.action().ifPresent(this::andAction);
        query.subject().ifPresent(this::andSubject);
        query.from().ifPresent(from -> and("recorded_at >= ?", from));
        query.to().ifPresent(to -> and("recorded_at < ?", to));
        after.ifPresent(last ->
                and("recorded_at <= ? AND (recorded_at < ? OR entry_id < ?)", last.at(), last.at(), last.number()));
    }

    private void and(String condition, Object... compared) {
        where.append(" AND ").append(condition);
        values.addAll(List.of(compared));
    }

    private void andAction(String action) {
        if (action.endsWith(".")) {
            // all that begins so: from it up to, not with, the same with the character after the point
            String end = action.substring(0, action.length() - 1) + (char) ('.' + 1);
            and("act >= ? AND act < ?", action, end);
        } else {
            and("act = ?", action);
        }
    }

    private void andSubject(String subject) {
        int colon = subject.indexOf(':');
        if (colon < 0) {
            and("subject_kind = ?", subject);
        } else {
            String which = subject.substring(colon + 1);
            and("subject_kind = ? AND (subject_id = ? OR subject_name = ?)", subject.substring(0, colon), which, which);
        }
    }

    List<AuditEntry> read(DataSource dataSource, int limit) throws SQLException {
        String sql =
                "SELECT recorded_at, entry_id, actor_id, actor_account, origin, act, subject_kind, subject_id, subject_name,"
                        + " before_state, after_state FROM audit_entry" + where
                        + " ORDER BY recorded_at DESC, entry_id DESC OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (Object value : values) {
                if (value instanceof Instant time) {
                    UtcTimestamp.set(select, parameter++, time);
                } else {
                    select.setObject(parameter++, value);
                }
            }
            select.setInt(parameter, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<AuditEntry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                new AuditCursor(UtcTimestamp.read(row, 1), row.getLong(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                new AuditSubject(row.getString(7), row.getString(8), row.getString(9)),
                row.getString(10),
                row.getString(11));
    }
}
