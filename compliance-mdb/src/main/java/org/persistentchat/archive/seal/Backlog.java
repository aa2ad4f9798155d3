package org.persistentchat.archive.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.archive.ArrivalTable;
import org.persistentchat.archive.reading.RecordRows;
import org.persistentchat.compliance.record.ComplianceRecord;

/** Records that an earlier version stored without a chain: noted as arrivals, some in each transaction. */
final class Backlog {

    private static final int SOME = 500;
    private static final String OLDEST = "SELECT " + RecordRows.COLUMNS
            + " FROM archive_backlog b JOIN compliance_record r ON r.record_id = b.record_id"
            + " ORDER BY b.record_id OFFSET 0 ROWS FETCH NEXT " + SOME + " ROWS ONLY";
    private static final String DELETE = "DELETE FROM archive_backlog WHERE record_id = ?";

    private final DataSource database;

    Backlog(DataSource database) {
        this.database = database;
    }

    /** Notes some; false when there were none. */
    boolean drain() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                ArchiveHead.lock(connection); // one server at a time
                List<ComplianceRecord> some = oldest(connection);
                ArrivalTable.insert(connection, some);
                delete(connection, some);
                connection.commit();
                return !some.isEmpty();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static List<ComplianceRecord> oldest(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OLDEST);
                ResultSet rows = select.executeQuery()) {
            List<ComplianceRecord> some = new ArrayList<>();
            while (rows.next()) {
                some.add(RecordRows.read(rows, 1));
            }
            return some;
        }
    }

    private static void delete(Connection connection, List<ComplianceRecord> some) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            for (ComplianceRecord record : some) {
                delete.setBytes(1, RecordRows.bytes(record.recordId()));
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }
}
