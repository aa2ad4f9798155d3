package org.persistentchat.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.id.FoldedName;
import org.persistentchat.id.OpaqueId;

/** Entries of the audit log: inserted, and never touched again. */
final class AuditStatements {
    private static final String INSERT =
            "INSERT INTO audit_entry (recorded_at, entry_id, actor_id, actor_account, actor_folded,"
                    + " origin, act, subject_kind, subject_id, subject_name, before_state, after_state)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int ORIGIN_LENGTH = 64;
    private static final int ID_LENGTH = 64;
    private static final int NAME_LENGTH = 320;

    private AuditStatements() {}

    /** Who did it, from where and when. */
    record Author(Actor actor, String origin, Instant at) {}

    static void insert(Connection connection, Author author, List<AuditAct> acts) throws SQLException {
        Instant at = author.at().truncatedTo(ChronoUnit.MILLIS);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AuditAct act : acts) {
                UtcTimestamp.set(insert, 1, at);
                insert.setLong(2, OpaqueId.random());
                insert.setLong(3, author.actor().actorNumber());
                insert.setNString(4, author.actor().account());
                insert.setNString(5, FoldedName.of(author.actor().account()));
                insert.setString(6, cut(author.origin(), ORIGIN_LENGTH));
                insert.setString(7, act.action());
                insert.setString(8, act.subject().kind());
                insert.setNString(9, cut(act.subject().id(), ID_LENGTH));
                insert.setNString(10, cut(act.subject().name(), NAME_LENGTH));
                insert.setNString(11, act.before().json());
                insert.setNString(12, act.after().json());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The name that the thing had when it was last acted on, whether or not it is still there. */
    static Optional<String> lastName(Connection connection, String kind, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT subject_name FROM audit_entry"
                + " WHERE subject_kind = ? AND subject_id = ?"
                + " ORDER BY recorded_at DESC, entry_id DESC OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY")) {
            select.setString(1, kind);
            select.setNString(2, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getNString(1)) : Optional.empty();
            }
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
