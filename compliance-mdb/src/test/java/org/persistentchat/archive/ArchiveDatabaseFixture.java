package org.persistentchat.archive;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.persistentchat.compliance.record.ComplianceRecord;

/** A migrated compliance database in memory that can break just before a commit. */
public final class ArchiveDatabaseFixture {

    private final JdbcDataSource h2 = new JdbcDataSource();
    private int commitsToFail;

    public ArchiveDatabaseFixture() {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MSSQLServer;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_DELAY=-1");
        ArchiveSchema.migrate(h2);
    }

    /** The next {@code commits} break the connection instead. */
    public void breakCommits(int commits) {
        commitsToFail = commits;
    }

    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> breakable(h2.getConnection()));
    }

    private Connection breakable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && commitsToFail > 0) {
                        commitsToFail--;
                        throw new SQLNonTransientConnectionException("connection lost", "08007");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Stores as the archive does. */
    public void store(List<ComplianceRecord> records) throws SQLException {
        new Archive(dataSource()).store(records);
    }

    /** What is stored, as sequences in order. */
    List<Long> stored() throws SQLException {
        return query("SELECT sequence FROM compliance_record ORDER BY record_id").stream()
                .map(Long::valueOf)
                .toList();
    }

    public List<String> query(String sql) throws SQLException {
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
