package org.persistentchat.loadtest.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The compliance table is read as it is. */
class JdbcComplianceArchiveTest {
    private static final String URL = "jdbc:h2:mem:archive;MODE=MSSQLServer;DB_CLOSE_DELAY=-1";

    @Test
    void recordsOfOneRoomAreRead() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE compliance_record (record_id BINARY(2), kind VARCHAR(32), room_id VARCHAR(64),"
                            + " sequence BIGINT, account VARCHAR(64), display_name NVARCHAR(256), content NVARCHAR(8000))");
            statement.execute("INSERT INTO compliance_record VALUES (X'00F1', 'POST', 'a', 1, 'ana', 'Ana', 'hello'),"
                    + " (X'00F2', 'JOIN', 'a', 0, 'ana', 'Ana', NULL), (X'00F3', 'POST', 'b', 1, 'ana', 'Ana', 'other'),"
                    + " (X'00F4', 'POST', 'c', 1, 'ana', 'Ana', 'one'), (X'00F5', 'POST', 'c', 2, 'bob', 'Bob', 'two'),"
                    + " (X'00F6', 'POST', 'c', 3, 'ana', 'Ana', 'three')");
        }
        ComplianceArchive archive = new JdbcComplianceArchive(URL, "sa", "");
        assertThat(archive.count("a", "POST")).isEqualTo(1);
        assertThat(archive.count("c", "POST")).isEqualTo(3);
        assertThat(archive.counts("c", "POST")).isEqualTo(Map.of("ana", 2L, "bob", 1L));
        assertThat(archive.records("a"))
                .containsExactlyInAnyOrder(
                        new ArchivedRecord("00f1", "POST", 1, "ana", "Ana", "hello"),
                        new ArchivedRecord("00f2", "JOIN", 0, "ana", "Ana", null));
    }
}
