package org.persistentchat.loadtest.verify;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads the table {@code compliance_record} by plain JDBC, with a connection for each question. */
public final class JdbcComplianceArchive implements ComplianceArchive {
    private static final String COUNTS =
            "SELECT account, COUNT(*) FROM compliance_record WHERE room_id = ? AND kind = ? GROUP BY account";
    private static final String RECORDS =
            "SELECT record_id, kind, sequence, account, display_name, content FROM compliance_record WHERE room_id = ?";

    private final String url;
    private final String user;
    private final String password;

    public JdbcComplianceArchive(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public Map<String, Long> counts(String room, String kind) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(COUNTS)) {
            statement.setString(1, room);
            statement.setString(2, kind);
            Map<String, Long> counts = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    @Override
    public List<ArchivedRecord> records(String room) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(RECORDS)) {
            statement.setString(1, room);
            List<ArchivedRecord> records = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    records.add(read(rows));
                }
            }
            return records;
        } catch (SQLException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static ArchivedRecord read(ResultSet rows) throws SQLException {
        return new ArchivedRecord(
                HexFormat.of().formatHex(rows.getBytes("record_id")),
                rows.getString("kind"),
                rows.getLong("sequence"),
                rows.getString("account"),
                rows.getString("display_name"),
                rows.getString("content"));
    }

    private static IllegalArgumentException unreadable(SQLException cause) {
        return new IllegalArgumentException("The compliance database cannot be read: " + cause.getMessage(), cause);
    }
}
