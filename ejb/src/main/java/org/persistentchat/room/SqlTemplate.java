package org.persistentchat.room;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;

/** Runs statements on connections of a data source, which are those of the caller's transaction if there is one. */
final class SqlTemplate {
    private static final int BATCH = 1_000;

    private final DataSource dataSource;

    SqlTemplate(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A key or another constraint forbids what was to be written. */
    static final class ViolatedConstraintException extends RuntimeException {
        ViolatedConstraintException(SQLException cause) {
            super(cause);
        }
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** How many rows were changed. */
    int update(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    /** The same statement for many rows. */
    void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw refused(failure);
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            Object value = parameters[index];
            int place = index + 1;
            if (value instanceof Instant instant) {
                UtcTimestamp.set(statement, place, instant);
            } else if (value instanceof Enum<?> constant) {
                statement.setString(place, constant.name());
            } else if (value instanceof String text) {
                statement.setNString(place, text);
            } else {
                statement.setObject(place, value);
            }
        }
    }

    private static RuntimeException refused(SQLException failure) {
        return SqlErrors.isConstraintViolation(failure)
                ? new ViolatedConstraintException(failure)
                : SqlErrors.unavailable(failure);
    }
}
