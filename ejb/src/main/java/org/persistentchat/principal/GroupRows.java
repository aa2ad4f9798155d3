package org.persistentchat.principal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.id.FoldedName;
import org.persistentchat.identity.Source;

/** The table {@code principal_group}, for those who administer groups. In the transaction of the caller. */
final class GroupRows {
    private static final String SELECT =
            "SELECT g.group_id, g.kind, g.name, g.description, g.source, g.created_at, g.changed_at, g.version,"
                    + " (SELECT COUNT(*) FROM group_member m WHERE m.group_id = g.group_id) AS members"
                    + " FROM principal_group g";

    private final DataSource dataSource;

    GroupRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<GroupDetails> find(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + " WHERE g.group_id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** By kind and folded name, at most {@code limit}. */
    List<GroupDetails> page(GroupQuery query, int limit) throws SQLException {
        String prefix = FoldedName.of(query.name());
        GroupPlace after = GroupPlace.parse(query.after());
        String where = " WHERE (g.kind > ? OR (g.kind = ? AND g.name_folded > ?))"
                + (query.kind().isPresent() ? " AND g.kind = ?" : "")
                + (prefix.isEmpty() ? "" : " AND LEFT(g.name_folded, ?) = ?");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        SELECT + where + " ORDER BY g.kind, g.name_folded OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY")) {
            int at = 1;
            select.setString(at++, after.kind());
            select.setString(at++, after.kind());
            select.setNString(at++, after.folded());
            if (query.kind().isPresent()) {
                select.setString(at++, query.kind().get().name());
            }
            if (!prefix.isEmpty()) {
                select.setInt(at++, prefix.length());
                select.setNString(at++, prefix);
            }
            select.setInt(at, limit);
            return read(select);
        }
    }

    private static List<GroupDetails> read(PreparedStatement select) throws SQLException {
        List<GroupDetails> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Group group =
                        new Group(new Principal(row.getLong(1)), GroupKind.valueOf(row.getString(2)), row.getString(3));
                found.add(new GroupDetails(
                        group,
                        row.getString(4),
                        Source.valueOf(row.getString(5)),
                        row.getLong(9),
                        UtcTimestamp.read(row, 6),
                        UtcTimestamp.read(row, 7),
                        row.getInt(8)));
            }
        }
        return found;
    }

    /** A violated constraint if the name is taken. */
    void insert(GroupDetails group) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO principal_group (group_id, kind, name, name_folded, description, source, external_id,"
                                + " created_at, changed_at, version) VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)")) {
            insert.setLong(1, group.group().principal().value());
            insert.setString(2, group.group().kind().name());
            insert.setNString(3, group.group().name());
            insert.setNString(4, FoldedName.of(group.group().name()));
            insert.setNString(5, group.description());
            insert.setString(6, group.source().name());
            UtcTimestamp.set(insert, 7, group.createdAt());
            UtcTimestamp.set(insert, 8, group.changedAt());
            insert.setInt(9, group.version());
            insert.executeUpdate();
        }
    }

    /** Locks the group until the transaction ends and gives it a new version; false if there is none. */
    boolean touch(long id, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE principal_group SET version = version + 1, changed_at = ? WHERE group_id = ?")) {
            UtcTimestamp.set(update, 1, now);
            update.setLong(2, id);
            return update.executeUpdate() == 1;
        }
    }

    /** A violated constraint if the name is taken. */
    void rename(long id, String name, String description) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE principal_group SET name = ?, name_folded = ?, description = ? WHERE group_id = ?")) {
            update.setNString(1, name);
            update.setNString(2, FoldedName.of(name));
            update.setNString(3, description);
            update.setLong(4, id);
            update.executeUpdate();
        }
    }

    void delete(long id) throws SQLException {
        for (String sql : new String[] {
            "DELETE FROM directory_entry WHERE principal_id = ?", "DELETE FROM principal_group WHERE group_id = ?"
        }) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
    }

    /** Whether an outer directory still has the group. */
    boolean isOwnedOutside(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT 1 FROM directory_entry WHERE principal_id = ? AND gone = 0")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
