package org.persistentchat.compliance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The compliance database as an auditor's program reads it. */
record Archive(String url) {

    /** A row, all but its identity and time. */
    record Row(
            String kind,
            long sequence,
            String roomName,
            String category,
            String account,
            String displayName,
            boolean internal,
            @Nullable String content) {}

    List<Row> rows(String room) {
        String query =
                "SELECT kind, sequence, room_name, category_name, account, display_name, internal, content, server"
                        + " FROM compliance_record WHERE room_id = ? ORDER BY record_id";
        try (Connection connection = DriverManager.getConnection(url, "sa", "sa");
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, room);
            List<Row> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(
                            found.getString(1),
                            found.getLong(2),
                            found.getString(3),
                            found.getString(4),
                            found.getString(5),
                            found.getString(6),
                            found.getBoolean(7),
                            found.getString(8)));
                }
            }
            return rows;
        } catch (SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    List<String> posts(String room) {
        return rows(room).stream()
                .filter(row -> row.kind().equals("POST"))
                .map(row -> String.valueOf(row.content()))
                .toList();
    }

    void execute(String statement) {
        try (Connection connection = DriverManager.getConnection(url, "sa", "sa");
                Statement change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
