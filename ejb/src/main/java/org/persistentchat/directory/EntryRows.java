package org.persistentchat.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.persistentchat.database.IdLists;

/** The table {@code directory_entry}. */
final class EntryRows {
    private EntryRows() {}

    static List<Known> all(Connection connection) throws SQLException {
        List<Known> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT entry_key, principal_id, kind, name_key, fingerprint, gone FROM directory_entry")) {
            select.setFetchSize(10_000);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new Known(
                            Digest.of(row.getBytes(1)),
                            row.getLong(2),
                            EntryKind.valueOf(row.getString(3)),
                            Digest.of(row.getBytes(4)),
                            Digest.of(row.getBytes(5)),
                            row.getBoolean(6)));
                }
            }
        }
        return all;
    }

    static void insert(Connection connection, Collection<Known> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO directory_entry"
                + " (principal_id, kind, name_key, fingerprint, gone, entry_key) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Known entry : entries) {
                insert.setLong(1, entry.principal());
                insert.setString(2, entry.kind().name());
                insert.setBytes(3, entry.name().bytes());
                insert.setBytes(4, entry.fingerprint().bytes());
                insert.setBoolean(5, entry.gone());
                insert.setBytes(6, entry.key().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void update(Connection connection, Collection<Known> entries) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE directory_entry SET name_key = ?, fingerprint = ?, gone = ? WHERE entry_key = ?")) {
            for (Known entry : entries) {
                update.setBytes(1, entry.name().bytes());
                update.setBytes(2, entry.fingerprint().bytes());
                update.setBoolean(3, entry.gone());
                update.setBytes(4, entry.key().bytes());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static void delete(Connection connection, Collection<Long> principals) throws SQLException {
        for (IdLists.Some some : IdLists.of(principals)) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM directory_entry WHERE principal_id IN " + some.places())) {
                some.set(delete, 1);
                delete.executeUpdate();
            }
        }
    }
}
