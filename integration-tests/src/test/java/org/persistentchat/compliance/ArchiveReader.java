package org.persistentchat.compliance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.persistentchat.harness.TestServer;

/** The compliance database beside the running server. */
final class ArchiveReader {

    private static final String FACTS = "SELECT * FROM compliance_record WHERE room_id = ? ORDER BY record_id";
    private static final String TAKE_AWAY = "ALTER TABLE compliance_record RENAME TO compliance_record_away";
    private static final String BRING_BACK = "ALTER TABLE compliance_record_away RENAME TO compliance_record";

    private final String url;

    ArchiveReader(TestServer server) {
        this.url = server.complianceUrl();
    }

    /** All facts of a room, in the order in which they were recorded. */
    List<ArchivedFact> facts(String room) {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(FACTS)) {
            select.setString(1, room);
            try (ResultSet rows = select.executeQuery()) {
                List<ArchivedFact> facts = new ArrayList<>();
                while (rows.next()) {
                    facts.add(ArchivedFact.of(rows));
                }
                return facts;
            }
        } catch (SQLException failure) {
            throw new AssertionError("The archive cannot be read", failure);
        }
    }

    /** The archive can be reached and takes nothing. */
    void takeTableAway() {
        execute(TAKE_AWAY);
    }

    void bringTableBack() {
        execute(BRING_BACK);
    }

    /** The first column of the first row. */
    String value(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "sa", "sa");
    }
}
