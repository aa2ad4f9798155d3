package org.persistentchat.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** A time is stored in UTC whatever the zone of the server is, also in the hour that a summer time leaves out. */
class UtcTimestampTest {
    private static final Instant IN_THE_HOUR_LEFT_OUT = Instant.parse("2026-03-29T02:30:00.123Z");

    @Test
    void aTimeComesBackAsItWas() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try (Connection connection = new InMemoryContent().dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT CAST(? AS DATETIME2(3)), CAST(? AS VARCHAR(30))")) {
            UtcTimestamp.set(select, 1, IN_THE_HOUR_LEFT_OUT);
            UtcTimestamp.set(select, 2, IN_THE_HOUR_LEFT_OUT);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                assertThat(UtcTimestamp.read(row, 1)).isEqualTo(IN_THE_HOUR_LEFT_OUT);
                assertThat(row.getString(2)).startsWith("2026-03-29 02:30:00.123");
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
