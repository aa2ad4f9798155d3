package org.persistentchat.compliance;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.persistentchat.compliance.record.EncodedBatch;

/** A content database in memory with nothing but the outbox; can be made unreachable. */
final class OutboxDatabase {

    private static final String TABLE = """
            CREATE TABLE compliance_outbox (server_id INT NOT NULL, batch_id BIGINT NOT NULL,
              created_at DATETIME2(3) NOT NULL, records INT NOT NULL, payload VARBINARY(MAX) NOT NULL,
              CONSTRAINT pk_compliance_outbox PRIMARY KEY (server_id, batch_id))""";

    private static final List<String> OF_SERVERS = List.of(
            "CREATE TABLE chat_server (server_id INT NOT NULL PRIMARY KEY)",
            "CREATE TABLE server_heartbeat (server_id INT NOT NULL PRIMARY KEY, heard_at DATETIME2(3) NOT NULL,"
                    + " state VARCHAR(16) NOT NULL)",
            "CREATE TABLE outbox_takeover (server_id INT NOT NULL PRIMARY KEY, taken_by INT NOT NULL,"
                    + " held_until DATETIME2(3) NOT NULL)");
    private static final String LETTERS = """
            CREATE TABLE compliance_dead_letter (server_id INT NOT NULL, batch_id BIGINT NOT NULL,
              created_at DATETIME2(3) NOT NULL, refused_at DATETIME2(3) NOT NULL, reason NVARCHAR(500) NOT NULL,
              records INT NOT NULL, payload VARBINARY(MAX) NOT NULL,
              CONSTRAINT pk_compliance_dead_letter PRIMARY KEY (server_id, batch_id))""";

    private final JdbcDataSource h2 = new JdbcDataSource();
    boolean unreachable;

    OutboxDatabase() throws SQLException {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MSSQLServer;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_DELAY=-1");
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            for (String table : OF_SERVERS) {
                statement.execute(table);
            }
            statement.execute(LETTERS);
        }
    }

    /** What the relay is given. */
    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (unreachable) {
                        throw new SQLNonTransientConnectionException("unreachable");
                    }
                    return h2.getConnection();
                });
    }

    void write(Collection<EncodedBatch> batches) throws SQLException {
        try (Connection connection = h2.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO compliance_outbox VALUES (?, ?, ?, ?, ?)")) {
            for (EncodedBatch batch : batches) {
                insert.setInt(1, batch.serverId());
                insert.setLong(2, batch.batchId());
                insert.setObject(3, LocalDateTime.ofInstant(batch.createdAt(), ZoneOffset.UTC));
                insert.setInt(4, batch.records());
                insert.setBytes(5, batch.payload());
                insert.executeUpdate();
            }
        }
    }

    /** A server of the pool that was heard at some time. */
    void heard(int serverId, Instant at, String state) throws SQLException {
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("MERGE INTO chat_server VALUES (" + serverId + ")");
            statement.execute("MERGE INTO server_heartbeat VALUES (" + serverId + ", TIMESTAMP '"
                    + LocalDateTime.ofInstant(at, ZoneOffset.UTC) + "', '" + state + "')");
        }
    }

    /** Identities of the rows of {@code serverId}. */
    List<Long> rows(int serverId) throws SQLException {
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT batch_id FROM compliance_outbox WHERE server_id = "
                        + serverId + " ORDER BY batch_id")) {
            List<Long> batchIds = new ArrayList<>();
            while (rows.next()) {
                batchIds.add(rows.getLong(1));
            }
            return batchIds;
        }
    }
}
