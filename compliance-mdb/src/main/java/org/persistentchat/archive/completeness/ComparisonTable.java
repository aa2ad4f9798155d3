package org.persistentchat.archive.completeness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The row of {@code archive_comparison}. Times are UTC. That two servers compare at once for a moment does no harm. */
final class ComparisonTable {

    private static final String HOLD = "UPDATE archive_comparison SET holder = ?, held_until = ?"
            + " WHERE comparison_id = 1 AND (holder = ? OR held_until < ?)";
    private static final String DONE =
            "UPDATE archive_comparison SET compared_up_to = ?, rooms = ? WHERE comparison_id = 1 AND holder = ?";

    private final DataSource archive;
    private final String self;

    ComparisonTable(DataSource archive, String self) {
        this.archive = archive;
        this.self = self;
    }

    /** Whether this server compares until then. */
    boolean hold(Instant now, Instant until) throws SQLException {
        try (Connection connection = archive.getConnection();
                PreparedStatement update = connection.prepareStatement(HOLD)) {
            update.setString(1, self);
            update.setObject(2, utc(until));
            update.setString(3, self);
            update.setObject(4, utc(now));
            return update.executeUpdate() == 1;
        }
    }

    /** What happened up to {@code upTo} was compared. */
    void done(Instant upTo, long rooms) throws SQLException {
        try (Connection connection = archive.getConnection();
                PreparedStatement update = connection.prepareStatement(DONE)) {
            update.setObject(1, utc(upTo));
            update.setLong(2, rooms);
            update.setString(3, self);
            update.executeUpdate();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
