package org.persistentchat.discovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;

/** The table {@code compliance_case_record}, and the number of its rows in {@code compliance_case}. The caller owns the transaction. */
final class PickTable {

    private static final String LOCK = "UPDATE compliance_case SET records = records WHERE case_id = ? AND closed = 0";
    private static final String COUNT = "UPDATE compliance_case SET records = records + ? WHERE case_id = ?";
    private static final String INSERT = "INSERT INTO compliance_case_record (case_id, position, picked_by, picked_at)"
            + " SELECT ?, ?, ?, ? WHERE NOT EXISTS"
            + " (SELECT 1 FROM compliance_case_record WHERE case_id = ? AND position = ?)";
    private static final String DELETE = "DELETE FROM compliance_case_record WHERE case_id = ? AND position = ?";
    private static final String PAGE = "SELECT position FROM compliance_case_record WHERE case_id = ? AND position > ?"
            + " ORDER BY position OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";

    private final Connection connection;

    PickTable(Connection connection) {
        this.connection = connection;
    }

    /** Lets nobody else change the case until the transaction ends; false if it is closed. */
    boolean lock(CaseId id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LOCK)) {
            update.setLong(1, id.value());
            return update.executeUpdate() == 1;
        }
    }

    /** Adds what is not there yet, to a case that is locked; returns how many these were. */
    int add(CaseId id, Collection<Long> positions, PersonId by, Instant now) throws SQLException {
        int added = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (long position : positions) {
                insert.setLong(1, id.value());
                insert.setLong(2, position);
                insert.setLong(3, by.value());
                UtcTimestamp.set(insert, 4, now);
                insert.setLong(5, id.value());
                insert.setLong(6, position);
                insert.addBatch();
            }
            for (int count : insert.executeBatch()) {
                added += count == Statement.SUCCESS_NO_INFO ? 1 : count;
            }
        }
        count(id, added);
        return added;
    }

    /** Removes a record from a case that is locked; false if it does not have it. */
    boolean remove(CaseId id, long position) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, id.value());
            delete.setLong(2, position);
            if (delete.executeUpdate() == 0) {
                return false;
            }
        }
        count(id, -1);
        return true;
    }

    private void count(CaseId id, int more) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(COUNT)) {
            update.setInt(1, more);
            update.setLong(2, id.value());
            update.executeUpdate();
        }
    }

    /** Positions in their order, behind one. */
    List<Long> page(CaseId id, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setLong(1, id.value());
            select.setLong(2, after);
            select.setInt(3, limit);
            List<Long> positions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getLong(1));
                }
            }
            return positions;
        }
    }
}
