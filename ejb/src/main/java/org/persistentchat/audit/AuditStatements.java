package org.persistentchat.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.id.FoldedName;
import org.persistentchat.id.OpaqueId;

/** The one statement of the audit log: entries are inserted and never touched again. */
final class AuditStatements {
    private static final String INSERT =
            "INSERT INTO audit_entry (recorded_at, entry_id, actor_id, actor_account, actor_folded,"
                    + " origin, act, subject_kind, subject_id, subject_name, before_state, after_state)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int ORIGIN_LENGTH = 64;
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
                insert.setNString(9, act.subject().id());
                insert.setNString(10, cut(act.subject().name(), NAME_LENGTH));
                insert.setNString(11, act.before().json());
                insert.setNString(12, act.after().json());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
