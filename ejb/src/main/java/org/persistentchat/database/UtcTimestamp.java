package org.persistentchat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times in the database are UTC without a zone, whatever the zone of server and database is. */
public final class UtcTimestamp {
    private UtcTimestamp() {}

    public static void set(PreparedStatement statement, int parameter, Instant instant) throws SQLException {
        statement.setObject(parameter, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    public static Instant read(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** As {@link #set}; NULL for no time. */
    public static void setOptional(PreparedStatement statement, int parameter, Optional<Instant> instant)
            throws SQLException {
        if (instant.isPresent()) {
            set(statement, parameter, instant.get());
        } else {
            statement.setNull(parameter, Types.TIMESTAMP);
        }
    }

    /** As {@link #read}; no time for NULL. */
    public static Optional<Instant> readOptional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
