package org.persistentchat.compliance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.database.UtcTimestamp;

/**
 * The table {@code compliance_dead_letter}. A row comes out of the outbox and goes back there, each time in one transaction: the records are
 * always in exactly one of the two. Times are UTC.
 */
final class DeadLetterTable {

    private static final String BURY =
            "INSERT INTO compliance_dead_letter (server_id, batch_id, created_at, refused_at,"
                    + " reason, records, payload) SELECT server_id, batch_id, created_at, ?, ?, ?, ?"
                    + " FROM compliance_outbox WHERE server_id = ? AND batch_id = ?";
    private static final String REPLAY =
            "INSERT INTO compliance_outbox (server_id, batch_id, created_at, records, payload)"
                    + " SELECT server_id, batch_id, created_at, records, payload FROM compliance_dead_letter"
                    + " WHERE server_id = ? AND batch_id = ?";
    private static final String FROM_OUTBOX = "DELETE FROM compliance_outbox WHERE server_id = ? AND batch_id = ?";
    private static final String FROM_LETTERS =
            "DELETE FROM compliance_dead_letter WHERE server_id = ? AND batch_id = ?";
    private static final String OLDEST = "SELECT server_id, batch_id, created_at, refused_at, reason, records"
            + " FROM compliance_dead_letter ORDER BY refused_at, server_id, batch_id"
            + " OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
    private static final String COUNT = "SELECT COUNT(*) FROM compliance_dead_letter";
    private static final int REASON = 500;

    private final DataSource content;

    DeadLetterTable(DataSource content) {
        this.content = content;
    }

    /** Moves a batch, or what of it was refused, out of the outbox; nothing when it is not there. */
    void bury(Refusal refused, Instant now) throws SQLException {
        try (Connection connection = content.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(BURY)) {
                UtcTimestamp.set(insert, 1, now);
                insert.setString(2, cut(refused.reason()));
                insert.setInt(3, refused.records());
                insert.setBytes(4, refused.payload());
                insert.setInt(5, refused.key().serverId());
                insert.setLong(6, refused.key().batchId());
                insert.executeUpdate();
                delete(connection, FROM_OUTBOX, refused.key());
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static String cut(String reason) {
        return reason.length() <= REASON ? reason : reason.substring(0, REASON);
    }

    /** Moves a batch back to the outbox, in the transaction of the caller; false when there is none. */
    boolean replay(BatchKey key) throws SQLException {
        try (Connection connection = content.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(REPLAY)) {
                insert.setInt(1, key.serverId());
                insert.setLong(2, key.batchId());
                if (insert.executeUpdate() == 0) {
                    return false;
                }
            }
            delete(connection, FROM_LETTERS, key);
            return true;
        }
    }

    private static void delete(Connection connection, String statement, BatchKey key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(statement)) {
            delete.setInt(1, key.serverId());
            delete.setLong(2, key.batchId());
            delete.executeUpdate();
        }
    }

    List<DeadLetter> oldest(int limit) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                List<DeadLetter> letters = new ArrayList<>();
                while (row.next()) {
                    letters.add(new DeadLetter(
                            row.getInt(1),
                            row.getLong(2),
                            UtcTimestamp.read(row, 3),
                            UtcTimestamp.read(row, 4),
                            row.getString(5),
                            row.getInt(6)));
                }
                return letters;
            }
        }
    }

    long count() throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
