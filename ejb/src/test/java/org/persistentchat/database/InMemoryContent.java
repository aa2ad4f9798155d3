package org.persistentchat.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** The content database in memory, made by the product's own migrations. */
public final class InMemoryContent {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private final JdbcDataSource h2 = new JdbcDataSource();

    public InMemoryContent() {
        this("latest");
    }

    /** As the migrations up to {@code version} leave it. */
    InMemoryContent(String version) {
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=MSSQLServer;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        migrate(version);
    }

    /** Does the migrations that are left. */
    void migrate() {
        migrate("latest");
    }

    private void migrate(String version) {
        MIGRATIONS.setLevel(Level.WARNING);
        Flyway.configure(InMemoryContent.class.getClassLoader())
                .dataSource(h2)
                .locations("classpath:db/content")
                .target(version)
                .load()
                .migrate();
    }

    public DataSource dataSource() {
        return h2;
    }

    /** Changes something. */
    public void execute(String sql) {
        try (Connection connection = h2.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(sql, failure);
        }
    }

    /** The numbers of a query of one column. */
    public List<Long> numbers(String query, Object... parameters) {
        try (Connection connection = h2.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                select.setObject(index + 1, parameters[index]);
            }
            List<Long> numbers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        } catch (SQLException failure) {
            throw new AssertionError(query, failure);
        }
    }

    /** An empty room. */
    public void room(long id) {
        execute("INSERT INTO room_head (room_id, last_sequence) VALUES (" + id + ", 0)");
    }
}
