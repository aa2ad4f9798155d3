package org.persistentchat.room;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.persistentchat.principal.PrincipalSet;

/** Writes access entries: the tables {@code room_principal} and {@code category_principal}. In the transaction of the caller, in batches. */
final class AccessTable {
    private static final int BATCH = 1_000;

    private final DataSource dataSource;
    private final String table;
    private final String key;

    private AccessTable(DataSource dataSource, String table, String key) {
        this.dataSource = dataSource;
        this.table = table;
        this.key = key;
    }

    static AccessTable ofRooms(DataSource dataSource) {
        return new AccessTable(dataSource, "room_principal", "room_id");
    }

    static AccessTable ofCategories(DataSource dataSource) {
        return new AccessTable(dataSource, "category_principal", "category_id");
    }

    /** Adds entries that are not there yet. */
    void add(long id, Relation relation, PrincipalSet principals) {
        run(
                "INSERT INTO " + table + " (" + key + ", relation, principal_id) VALUES (?, ?, ?)",
                id,
                relation,
                principals);
    }

    /** Removes entries; those that are not there do not matter. */
    void remove(long id, Relation relation, PrincipalSet principals) {
        run(
                "DELETE FROM " + table + " WHERE " + key + " = ? AND relation = ? AND principal_id = ?",
                id,
                relation,
                principals);
    }

    /** Removes all entries of a room or category. */
    void clear(long id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE " + key + " = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private void run(String sql, long id, Relation relation, PrincipalSet principals) {
        if (principals.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (long principal : principals.ids().toArray()) {
                statement.setLong(1, id);
                statement.setString(2, relation.name());
                statement.setLong(3, principal);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Carries the cause, by which a lost database is told from a violated constraint. */
    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("Access entries could not be written", failure);
    }
}
