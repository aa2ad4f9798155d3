package org.persistentchat.archive.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code compliance_adapter}. Whatever a run changes it changes under its lease: a server that has lost the lease changes nothing any more and
 * learns it by {@link LeaseLostException}.
 */
final class ProgressTable {

    private static final int FAILURE_LENGTH = 1000;
    private static final String SELECT = "SELECT position, planned_to, planned_name, written, wanted, lease_owner,"
            + " started_at, ended_at, slices, failed_at, failure FROM compliance_adapter WHERE name = ?";
    private static final String UNDER_LEASE = " WHERE name = ? AND lease = ?";

    private final DataSource database;

    ProgressTable(DataSource database) {
        this.database = database;
    }

    /** Makes the row of an adapter that has none. */
    void ensure(String name) throws SQLException {
        if (find(name).isPresent()) {
            return;
        }
        try {
            update(
                    "INSERT INTO compliance_adapter (name, position, lease, lease_beat, wanted, slices)"
                            + " VALUES (?, 0, 0, 0, 0, 0)",
                    name);
        } catch (SQLException perhapsAnotherServerWas) {
            if (find(name).isEmpty()) {
                throw perhapsAnotherServerWas;
            }
        }
    }

    Optional<AdapterProgress> find(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(progress(row)) : Optional.empty();
            }
        }
    }

    AdapterProgress get(String name) throws SQLException {
        return find(name).orElseThrow(() -> new SQLException("The progress of adapter " + name + " is gone"));
    }

    /** Somebody asks for a run, whichever server makes it. */
    void want(String name) throws SQLException {
        update("UPDATE compliance_adapter SET wanted = 1 WHERE name = ?", name);
    }

    void started(Lease lease, Instant now) throws SQLException {
        fenced("UPDATE compliance_adapter SET started_at = ?, wanted = 0", lease, utc(now));
    }

    void plan(Lease lease, SlicePlan plan) throws SQLException {
        fenced(
                "UPDATE compliance_adapter SET planned_to = ?, planned_name = ?, written = NULL",
                lease,
                plan.to(),
                plan.name());
    }

    /** All files of the planned slice are written and synced under this lease. */
    void written(Lease lease) throws SQLException {
        fenced("UPDATE compliance_adapter SET written = ?", lease, lease.number());
    }

    /** All files of the planned slice have their names. */
    void finished(Lease lease, SlicePlan plan) throws SQLException {
        fenced(
                "UPDATE compliance_adapter SET position = ?, planned_to = NULL, planned_name = NULL, written = NULL,"
                        + " slices = slices + 1",
                lease,
                plan.to());
    }

    void ended(Lease lease, Instant now) throws SQLException {
        fenced("UPDATE compliance_adapter SET ended_at = ?, failure = NULL, lease_owner = NULL", lease, utc(now));
    }

    void failed(Lease lease, Instant now, String reason) throws SQLException {
        fenced(
                "UPDATE compliance_adapter SET ended_at = ?, failed_at = ?, failure = ?, lease_owner = NULL",
                lease,
                utc(now),
                utc(now),
                reason.length() > FAILURE_LENGTH ? reason.substring(0, FAILURE_LENGTH) : reason);
    }

    private void fenced(String sql, Lease lease, Object... values) throws SQLException {
        Object[] all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = lease.adapter();
        all[values.length + 1] = lease.number();
        if (update(sql + UNDER_LEASE, all) == 0) {
            throw new LeaseLostException(lease);
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static AdapterProgress progress(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        OptionalLong plannedTo = number(row, "planned_to");
        Optional<SlicePlan> plan = plannedTo.isPresent()
                ? Optional.of(new SlicePlan(position, plannedTo.getAsLong(), row.getString("planned_name")))
                : Optional.empty();
        return new AdapterProgress(
                position,
                plan,
                number(row, "written"),
                row.getBoolean("wanted"),
                new AdapterProgress.RunHistory(
                        Optional.ofNullable(row.getString("lease_owner")),
                        time(row, "started_at"),
                        time(row, "ended_at"),
                        row.getLong("slices"),
                        time(row, "failed_at"),
                        Optional.ofNullable(row.getString("failure"))));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        @Nullable LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return Optional.ofNullable(time).map(utc -> utc.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
