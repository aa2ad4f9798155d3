package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.UtcTimestamp;

/**
 * The table {@code retention_run}: which server applies the rules. That two do for a moment does no harm: what one has removed the other does not find, and
 * each passes the gate of holds by itself.
 */
final class RunTable {
    private static final Duration HELD = Duration.ofMinutes(2);
    private static final int LONGEST_FAILURE = 1_000;

    private final DataSource dataSource;
    private final String server;

    RunTable(DataSource dataSource, String server) {
        this.dataSource = dataSource;
        this.server = server;
    }

    /** Begins a run, unless another server is at it. */
    boolean begin(Store store, Instant now) throws SQLException {
        return update(
                        "UPDATE retention_run SET holder = ?, held_until = ?, started_at = ?, finished_at = NULL,"
                                + " removed = 0, held = 0, failure = NULL WHERE store = ?"
                                + " AND (finished_at IS NOT NULL OR started_at IS NULL OR holder = ? OR held_until < ?)",
                        server,
                        now.plus(HELD),
                        now,
                        store.name(),
                        server,
                        now)
                == 1;
    }

    /** Notes how far it is; false if another server has taken over. */
    boolean goOn(Store store, Outcome sofar, Instant now) throws SQLException {
        return update(
                        "UPDATE retention_run SET held_until = ?, removed = ?, held = ? WHERE store = ? AND holder = ?",
                        now.plus(HELD),
                        sofar.removed(),
                        sofar.held(),
                        store.name(),
                        server)
                == 1;
    }

    void finish(Store store, Outcome outcome, @Nullable String failure, Instant now) throws SQLException {
        update(
                "UPDATE retention_run SET finished_at = ?, removed = ?, held = ?, failure = ? WHERE store = ?"
                        + " AND holder = ?",
                now,
                outcome.removed(),
                outcome.held(),
                failure == null ? "" : failure.substring(0, Math.min(LONGEST_FAILURE, failure.length())),
                store.name(),
                server);
    }

    /** How much a run has done. */
    record Outcome(long removed, long held) {
        static final Outcome NOTHING = new Outcome(0, 0);

        Outcome and(long more, long moreHeld) {
            return new Outcome(removed + more, held + moreHeld);
        }
    }

    static List<RunState> states(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT store, holder, started_at, finished_at,"
                        + " removed, held, failure FROM retention_run ORDER BY store");
                ResultSet row = select.executeQuery()) {
            List<RunState> states = new ArrayList<>();
            while (row.next()) {
                String failure = row.getString(7);
                states.add(new RunState(
                        Store.valueOf(row.getString(1)),
                        row.getString(2),
                        UtcTimestamp.readOptional(row, 3).orElse(null),
                        UtcTimestamp.readOptional(row, 4).orElse(null),
                        row.getLong(5),
                        row.getLong(6),
                        failure == null || failure.isEmpty() ? null : failure));
            }
            return states;
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                if (values[index] instanceof Instant time) {
                    UtcTimestamp.set(update, index + 1, time);
                } else if (values[index] instanceof Long number) {
                    update.setLong(index + 1, number);
                } else {
                    update.setNString(index + 1, values[index].toString());
                }
            }
            return update.executeUpdate();
        }
    }
}
