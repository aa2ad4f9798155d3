package org.persistentchat.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times in the database are UTC without a zone, whatever the zone of server and database is. */
public final class UtcTimestamp {
    private UtcTimestamp() {}

    public static void set(PreparedStatement statement, int parameter, Instant instant) throws SQLException {
        statement.setObject(parameter, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    public static Instant read(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
