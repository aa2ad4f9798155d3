package org.persistentchat.discovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;

/** The tables {@code compliance_case} and {@code compliance_case_member}. The caller owns the transaction. */
final class CaseTable {

    private static final int MOST = 1_000;
    private static final String COLUMNS =
            "SELECT c.case_id, c.name, c.description, c.closed, c.version, c.records, c.created_at FROM compliance_case c ";

    private final Connection connection;

    CaseTable(Connection connection) {
        this.connection = connection;
    }

    void insert(Case fresh, PersonId by) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO compliance_case (case_id, name,"
                + " description, closed, version, records, created_by, created_at) VALUES (?, ?, ?, ?, 0, 0, ?, ?)")) {
            insert.setLong(1, fresh.id().value());
            insert.setString(2, fresh.name());
            insert.setString(3, fresh.description());
            insert.setBoolean(4, fresh.closed());
            insert.setLong(5, by.value());
            UtcTimestamp.set(insert, 6, fresh.createdAt());
            insert.executeUpdate();
        }
        members(fresh.id(), fresh.members());
    }

    /** Changes a case of that version; false if it has another. */
    boolean update(Case changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE compliance_case SET name = ?,"
                + " description = ?, closed = ?, version = version + 1 WHERE case_id = ? AND version = ?")) {
            update.setString(1, changed.name());
            update.setString(2, changed.description());
            update.setBoolean(3, changed.closed());
            update.setLong(4, changed.id().value());
            update.setInt(5, changed.version());
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM compliance_case_member WHERE case_id = ?")) {
            delete.setLong(1, changed.id().value());
            delete.executeUpdate();
        }
        members(changed.id(), changed.members());
        return true;
    }

    private void members(CaseId id, Collection<PersonId> members) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO compliance_case_member (person_id, case_id) VALUES (?, ?)")) {
            for (PersonId member : members) {
                insert.setLong(1, member.value());
                insert.setLong(2, id.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The case, if {@code member} is one of it. */
    Optional<Case> find(CaseId id, PersonId member) throws SQLException {
        String sql = COLUMNS + "JOIN compliance_case_member m ON m.case_id = c.case_id AND m.person_id = ?"
                + " WHERE c.case_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, member.value());
            select.setLong(2, id.value());
            return cases(select).stream().findFirst();
        }
    }

    /** The newest cases of which {@code member} is a member. */
    List<Case> of(PersonId member) throws SQLException {
        String sql = COLUMNS + "JOIN compliance_case_member m ON m.case_id = c.case_id AND m.person_id = ?"
                + " ORDER BY c.created_at DESC, c.case_id OFFSET 0 ROWS FETCH NEXT " + MOST + " ROWS ONLY";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, member.value());
            return cases(select);
        }
    }

    private List<Case> cases(PreparedStatement select) throws SQLException {
        List<Case> cases = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                CaseId id = new CaseId(row.getLong(1));
                Instant createdAt = UtcTimestamp.read(row, 7);
                cases.add(new Case(
                        id,
                        row.getString(2),
                        row.getString(3),
                        Set.of(),
                        row.getBoolean(4),
                        row.getInt(5),
                        row.getInt(6),
                        createdAt));
            }
        }
        return cases;
    }

    /** The same with its members. */
    Case withMembers(Case found) throws SQLException {
        Set<PersonId> members = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT person_id FROM compliance_case_member WHERE case_id = ?")) {
            select.setLong(1, found.id().value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(new PersonId(row.getLong(1)));
                }
            }
        }
        return new Case(
                found.id(),
                found.name(),
                found.description(),
                members,
                found.closed(),
                found.version(),
                found.records(),
                found.createdAt());
    }
}
