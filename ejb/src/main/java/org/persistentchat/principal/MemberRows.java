package org.persistentchat.principal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.persistentchat.database.IdLists;

/** The table {@code group_member}, written a thousand rows to a batch. In the transaction of the caller. */
final class MemberRows {
    private static final int BATCH = 1_000;

    private final DataSource dataSource;

    MemberRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** At most {@code limit} members whose ids come after {@code after}, ascending. */
    List<Long> page(long group, long after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT member_id FROM group_member WHERE group_id = ?"
                                + " AND member_id > ? ORDER BY member_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
            select.setLong(1, group);
            select.setLong(2, after);
            select.setInt(3, limit);
            return read(select);
        }
    }

    List<Long> all(long group) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT member_id FROM group_member WHERE group_id = ?")) {
            select.setLong(1, group);
            return read(select);
        }
    }

    /** Those of {@code ids} that are in the group. */
    Set<Long> among(long group, Collection<Long> ids) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (Connection connection = dataSource.getConnection()) {
            for (IdLists.Some some : IdLists.of(ids)) {
                try (PreparedStatement select = connection.prepareStatement(
                        "SELECT member_id FROM group_member WHERE group_id = ? AND member_id IN " + some.places())) {
                    select.setLong(1, group);
                    some.set(select, 2);
                    found.addAll(read(select));
                }
            }
        }
        return found;
    }

    /** The group and all groups that it lies in, at whatever depth. */
    Set<Long> above(long group) throws SQLException {
        Set<Long> reached = new HashSet<>(List.of(group));
        ArrayDeque<Collection<Long>> levels = new ArrayDeque<>(List.of(List.of(group)));
        try (Connection connection = dataSource.getConnection()) {
            while (!levels.isEmpty()) {
                Set<Long> next = new HashSet<>();
                for (IdLists.Some some : IdLists.of(levels.remove())) {
                    try (PreparedStatement select = connection.prepareStatement(
                            "SELECT DISTINCT group_id FROM group_member WHERE member_id IN " + some.places())) {
                        some.set(select, 1);
                        next.addAll(read(select));
                    }
                }
                next.removeIf(id -> !reached.add(id));
                if (!next.isEmpty()) {
                    levels.add(next);
                }
            }
        }
        return reached;
    }

    void add(long group, Collection<Long> members) throws SQLException {
        run("INSERT INTO group_member (group_id, member_id) VALUES (?, ?)", group, members);
    }

    void remove(long group, Collection<Long> members) throws SQLException {
        run("DELETE FROM group_member WHERE group_id = ? AND member_id = ?", group, members);
    }

    /** Nobody is in the group any more, and it is in no other. */
    void clear(long group) throws SQLException {
        for (String sql : new String[] {
            "DELETE FROM group_member WHERE group_id = ?", "DELETE FROM group_member WHERE member_id = ?"
        }) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, group);
                delete.executeUpdate();
            }
        }
    }

    private void run(String sql, long group, Collection<Long> members) throws SQLException {
        if (members.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (long member : members) {
                statement.setLong(1, group);
                statement.setLong(2, member);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static List<Long> read(PreparedStatement select) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
