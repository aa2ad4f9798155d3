package org.persistentchat.compliance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.compliance.record.EncodedBatch;
import org.persistentchat.database.UtcTimestamp;

/** The table {@code compliance_outbox} of the content database, which the journal fills. Times are UTC. */
final class OutboxTable {

    private static final String DELETE = "DELETE FROM compliance_outbox WHERE server_id = ? AND batch_id = ?";
    private static final String PAGE = "SELECT batch_id, created_at, records FROM compliance_outbox"
            + " WHERE server_id = ? AND batch_id > ? ORDER BY batch_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
    private static final String PAYLOAD = "SELECT payload FROM compliance_outbox WHERE server_id = ? AND batch_id = ?";
    private static final String COUNT = "SELECT COUNT(*) FROM compliance_outbox WHERE server_id = ?";

    private final DataSource content;

    OutboxTable(DataSource content) {
        this.content = content;
    }

    /** Who sends the rows of lost servers; in the same database. */
    TakeoverTable takeovers() {
        return new TakeoverTable(content);
    }

    /** A row without its payload. */
    record Row(long batchId, Instant createdAt, int records) {}

    /** Where what the archive refuses goes. */
    DeadLetterTable deadLetters() {
        return new DeadLetterTable(content);
    }

    /** Removes these rows in one transaction; absent ones are no error. */
    void delete(Collection<BatchKey> keys) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            connection.setAutoCommit(false);
            try {
                for (BatchKey key : keys) {
                    delete.setInt(1, key.serverId());
                    delete.setLong(2, key.batchId());
                    delete.addBatch();
                }
                delete.executeBatch();
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Rows of {@code serverId} after {@code batchId}, oldest first, at most {@code limit}. */
    List<Row> page(int serverId, long batchId, int limit) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setInt(1, serverId);
            select.setLong(2, batchId);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<Row> page = new ArrayList<>();
                while (rows.next()) {
                    Instant createdAt = UtcTimestamp.read(rows, 2);
                    page.add(new Row(rows.getLong(1), createdAt, rows.getInt(3)));
                }
                return page;
            }
        }
    }

    /** The row with its payload, or nothing when it is gone. */
    Optional<EncodedBatch> read(int serverId, Row row) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(PAYLOAD)) {
            select.setInt(1, serverId);
            select.setLong(2, row.batchId());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new EncodedBatch(
                                serverId, row.batchId(), row.createdAt(), row.records(), rows.getBytes(1)))
                        : Optional.empty();
            }
        }
    }

    /** All rows of {@code serverId}; reads them all, so it is asked once at start. */
    long count(int serverId) throws SQLException {
        try (Connection connection = content.getConnection();
                PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setInt(1, serverId);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
