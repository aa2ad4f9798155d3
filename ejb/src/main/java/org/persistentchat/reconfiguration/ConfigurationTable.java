package org.persistentchat.reconfiguration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code configuration}: the stored values by name, and in the row of the empty name the version of all of them. */
final class ConfigurationTable {
    private static final String VERSION_ROW = "";

    private ConfigurationTable() {}

    /** What the table holds. */
    record Stored(long version, Map<String, String> settings) {}

    static Stored read(Connection connection) throws SQLException {
        long version = 0;
        Map<String, String> settings = new TreeMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT name, setting, version FROM configuration");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (name.equals(VERSION_ROW)) {
                    version = rows.getLong(3);
                } else {
                    settings.put(name, rows.getString(2));
                }
            }
        }
        return new Stored(version, settings);
    }

    /** Begins a change: nobody else begins one until the transaction ends. False if the version is not {@code expected} (-1: any). */
    static boolean begin(Connection connection, long expected) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE configuration SET version = version + 1 WHERE name = ? AND (version = ? OR ? = -1)")) {
            update.setString(1, VERSION_ROW);
            update.setLong(2, expected);
            update.setLong(3, expected);
            return update.executeUpdate() == 1;
        }
    }

    /** Stores a value, or removes it. */
    static void put(Connection connection, String name, Optional<String> setting) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM configuration WHERE name = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
        }
        if (setting.isPresent()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO configuration (name, setting, version) VALUES (?, ?, 0)")) {
                insert.setString(1, name);
                insert.setNString(2, setting.get());
                insert.executeUpdate();
            }
        }
    }
}
