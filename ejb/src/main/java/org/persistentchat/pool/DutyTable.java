package org.persistentchat.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The duties in the table {@code chat_server}: one row a server, some dozens at most. */
final class DutyTable {
    private DutyTable() {}

    /** Lets nobody else change a duty until the transaction ends: whether a server is the last active one concerns all rows. */
    static void lock(Connection connection) throws SQLException {
        try (PreparedStatement touch =
                connection.prepareStatement("UPDATE chat_server SET duty_version = duty_version WHERE server_id > 0")) {
            touch.executeUpdate();
        }
    }

    static void write(Connection connection, int serverId, Duty duty) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE chat_server SET duty = ?, duty_version = duty_version + 1 WHERE server_id = ?")) {
            update.setString(1, duty.name());
            update.setInt(2, serverId);
            update.executeUpdate();
        }
    }

    static Duty read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT duty FROM chat_server WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Duty.valueOf(row.getString(1)) : Duty.ACTIVE;
            }
        }
    }
}
