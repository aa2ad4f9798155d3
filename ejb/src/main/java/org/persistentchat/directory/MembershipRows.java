package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.persistentchat.database.IdLists;

/** The table {@code group_member} as the groups of an outer directory have it. */
final class MembershipRows {
    private MembershipRows() {}

    /** All who are named in the group. */
    static Set<Long> of(Connection connection, long group) throws SQLException {
        Set<Long> members = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT member_id FROM group_member WHERE group_id = ?")) {
            select.setLong(1, group);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    members.add(row.getLong(1));
                }
            }
        }
        return members;
    }

    /** All who are named in one of the groups. */
    static Set<Long> of(Connection connection, Collection<Long> groups) throws SQLException {
        Set<Long> members = new HashSet<>();
        for (IdLists.Some some : IdLists.of(groups)) {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT DISTINCT member_id FROM group_member WHERE group_id IN " + some.places())) {
                some.set(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        members.add(row.getLong(1));
                    }
                }
            }
        }
        return members;
    }

    /** What is to be written. */
    record Change(long group, long member, boolean comes) {}

    static void write(Connection connection, Collection<Change> changes) throws SQLException {
        try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO group_member (group_id, member_id) VALUES (?, ?)");
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM group_member WHERE group_id = ? AND member_id = ?")) {
            for (Change change : changes) {
                PreparedStatement statement = change.comes() ? insert : delete;
                statement.setLong(1, change.group());
                statement.setLong(2, change.member());
                statement.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
