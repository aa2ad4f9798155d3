package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.persistentchat.database.IdLists;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.id.FoldedName;

/** People and groups of an outer directory, as they are written to the content database in batches. */
final class PrincipalRows {
    private final Connection connection;
    private final Instant now;

    PrincipalRows(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Whoever is let in no more signs in anew should they be let in again. */
    void endSignIns(Collection<Long> people) throws SQLException {
        each("UPDATE person SET sign_ins = sign_ins + 1 WHERE active = 1 AND person_id IN ", people);
    }

    /** Writes new and changed people. A violated constraint if an account is taken by somebody else. */
    void people(List<Takeover> people) throws SQLException {
        endSignIns(people.stream()
                .filter(person -> !person.isNew() && !person.entry().active())
                .map(Takeover::principal)
                .toList());
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person (account, account_folded,"
                        + " display_name, email, active, internal, created_at, source, chat, version, person_id)"
                        + " VALUES (?, ?, ?, ?, ?, 1, ?, 'LDAP', 'INHERIT', 0, ?)");
                PreparedStatement free =
                        connection.prepareStatement("UPDATE person SET account_folded = ? WHERE person_id = ?");
                PreparedStatement update = connection.prepareStatement("UPDATE person SET account = ?,"
                        + " account_folded = ?, display_name = ?, email = ?, active = ?, version = version + 1"
                        + " WHERE person_id = ?")) {
            for (Takeover person : people) {
                PreparedStatement statement = person.isNew() ? insert : update;
                statement.setNString(1, person.entry().account());
                statement.setNString(2, FoldedName.of(person.entry().account()));
                statement.setNString(3, person.title());
                statement.setNString(4, Takeovers.email(person.entry()));
                statement.setBoolean(5, person.entry().active());
                if (person.isNew()) {
                    UtcTimestamp.set(statement, 6, now);
                } else {
                    // two people may have changed accounts: all let go of theirs before one takes another. No account
                    // has a control character
                    free.setNString(1, "\u0001" + person.principal());
                    free.setLong(2, person.principal());
                    free.addBatch();
                }
                statement.setLong(person.isNew() ? 7 : 6, person.principal());
                statement.addBatch();
            }
            free.executeBatch();
            update.executeBatch();
            insert.executeBatch();
        }
    }

    /** Writes new and changed groups or units. A violated constraint if a name is taken by another. */
    void groups(List<Takeover> groups) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO principal_group (name, name_folded,"
                        + " description, changed_at, kind, source, created_at, version, group_id)"
                        + " VALUES (?, ?, ?, ?, ?, 'LDAP', ?, 0, ?)");
                PreparedStatement free =
                        connection.prepareStatement("UPDATE principal_group SET name_folded = ? WHERE group_id = ?");
                PreparedStatement update = connection.prepareStatement("UPDATE principal_group SET name = ?,"
                        + " name_folded = ?, description = ?, changed_at = ?, version = version + 1"
                        + " WHERE group_id = ?")) {
            for (Takeover group : groups) {
                PreparedStatement statement = group.isNew() ? insert : update;
                statement.setNString(1, group.title());
                statement.setNString(2, FoldedName.of(group.title()));
                statement.setNString(3, Takeovers.description(group.entry()));
                UtcTimestamp.set(statement, 4, now);
                if (group.isNew()) {
                    statement.setString(5, group.entry().kind().name());
                    UtcTimestamp.set(statement, 6, now);
                } else {
                    free.setNString(1, "\u0001" + group.principal());
                    free.setLong(2, group.principal());
                    free.addBatch();
                }
                statement.setLong(group.isNew() ? 7 : 5, group.principal());
                statement.addBatch();
            }
            free.executeBatch();
            update.executeBatch();
            insert.executeBatch();
        }
    }

    /** Each lies in its unit now and in no other. */
    void units(List<Takeover> entries) throws SQLException {
        List<Long> moved = entries.stream()
                .filter(entry -> !entry.isNew())
                .map(Takeover::principal)
                .toList();
        for (IdLists.Some some : IdLists.of(moved)) {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM group_member WHERE member_id IN "
                    + some.places() + " AND group_id IN (SELECT group_id FROM principal_group"
                    + " WHERE kind = 'UNIT' AND source = 'LDAP')")) {
                some.set(delete, 1);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO group_member (member_id, group_id) VALUES (?, ?)")) {
            for (Takeover entry : entries) {
                if (entry.unit() != 0) {
                    insert.setLong(1, entry.principal());
                    insert.setLong(2, entry.unit());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    void deactivate(Collection<Long> people) throws SQLException {
        endSignIns(people);
        each("UPDATE person SET active = 0, version = version + 1 WHERE person_id IN ", people);
    }

    /** Deletes groups with their memberships. */
    void delete(Collection<Long> groups) throws SQLException {
        each("DELETE FROM group_member WHERE member_id IN ", groups);
        each("DELETE FROM group_member WHERE group_id IN ", groups);
        each("DELETE FROM principal_group WHERE group_id IN ", groups);
    }

    private void each(String sql, Collection<Long> ids) throws SQLException {
        for (IdLists.Some some : IdLists.of(ids)) {
            try (PreparedStatement statement = connection.prepareStatement(sql + some.places())) {
                some.set(statement, 1);
                statement.executeUpdate();
            }
        }
    }
}
