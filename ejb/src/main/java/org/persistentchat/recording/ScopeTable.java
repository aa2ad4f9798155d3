package org.persistentchat.recording;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.Person;
import org.persistentchat.room.CategoryId;

/** The tables {@code compliance_scope} and {@code compliance_server}. The caller owns the transaction. */
final class ScopeTable {

    private static final long EVERYTHING = 0;

    private final Connection connection;

    ScopeTable(Connection connection) {
        this.connection = connection;
    }

    static Scope read(Connection connection) throws SQLException {
        boolean everything = true;
        int version = 0;
        Set<CategoryId> excluded = new HashSet<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT category_id, recorded, version FROM compliance_scope");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (row.getLong(1) == EVERYTHING) {
                    everything = row.getBoolean(2);
                    version = row.getInt(3);
                } else if (!row.getBoolean(2)) {
                    excluded.add(new CategoryId(row.getLong(1)));
                }
            }
        }
        return new Scope(everything, excluded, version);
    }

    /** Takes the next version; false if {@code expected} is not the present one, -1 being any. Others wait until the transaction ends. */
    boolean begin(int expected) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE compliance_scope SET version = version + 1"
                + " WHERE category_id = 0 AND (version = ? OR -1 = ?)")) {
            update.setInt(1, expected);
            update.setInt(2, expected);
            return update.executeUpdate() == 1;
        }
    }

    void everything(boolean recorded, Person by, Instant now) throws SQLException {
        put(EVERYTHING, recorded, by, now);
    }

    void category(CategoryId category, boolean recorded, Person by, Instant now) throws SQLException {
        if (!put(category.value(), recorded, by, now)) {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO compliance_scope (category_id,"
                    + " recorded, version, changed_by, changed_at) VALUES (?, ?, 0, ?, ?)")) {
                insert.setLong(1, category.value());
                insert.setBoolean(2, recorded);
                insert.setLong(3, by.id().value());
                UtcTimestamp.set(insert, 4, now);
                insert.executeUpdate();
            }
        }
    }

    private boolean put(long category, boolean recorded, Person by, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE compliance_scope SET recorded = ?, changed_by = ?, changed_at = ? WHERE category_id = ?")) {
            update.setBoolean(1, recorded);
            update.setLong(2, by.id().value());
            UtcTimestamp.set(update, 3, now);
            update.setLong(4, category);
            return update.executeUpdate() == 1;
        }
    }

    /** Notes whether a server's installation records; true when that is new. */
    boolean installed(int server, boolean recorded, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE compliance_server SET recorded = ?, since = ? WHERE server_id = ? AND recorded <> ?")) {
            update.setBoolean(1, recorded);
            UtcTimestamp.set(update, 2, now);
            update.setInt(3, server);
            update.setBoolean(4, recorded);
            if (update.executeUpdate() == 1) {
                return true;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO compliance_server (server_id, recorded,"
                        + " since) SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM compliance_server WHERE server_id = ?)")) {
            insert.setInt(1, server);
            insert.setBoolean(2, recorded);
            UtcTimestamp.set(insert, 3, now);
            insert.setInt(4, server);
            return insert.executeUpdate() == 1;
        }
    }
}
