package org.persistentchat.archive.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which server runs an adapter. No clocks are compared: who holds a lease counts a beat on while it works, and who wants it takes it when it is free, or when
 * the beat has stood still for a while by its own watch.
 */
final class Leases {

    /** How long the beat has to stand still. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);
    private static final String SELECT = "SELECT lease, lease_owner, lease_beat FROM compliance_adapter WHERE name = ?";
    private static final String TAKE = "UPDATE compliance_adapter SET lease = lease + 1, lease_owner = ?,"
            + " lease_beat = lease_beat + 1 WHERE name = ? AND lease = ? AND lease_beat = ?"
            + " AND (lease_owner IS NULL OR lease_owner = ?)";
    private static final String BEAT =
            "UPDATE compliance_adapter SET lease_beat = lease_beat + 1 WHERE name = ? AND lease = ?";

    private final Supplier<DataSource> database;
    private final String server;
    private final LongSupplier nanoTime;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Long> beaten = new HashMap<>();

    /** Leases for {@code server}. */
    Leases(DataSource database, String server) {
        this(() -> database, server, System::nanoTime);
    }

    Leases(Supplier<DataSource> database, String server, LongSupplier nanoTime) {
        this.database = database;
        this.server = server;
        this.nanoTime = nanoTime;
    }

    private record Holding(long lease, @Nullable String owner, long beat) {}

    private record Seen(Holding holding, long since) {}

    /** The lease of an adapter, unless another server has it. */
    synchronized Optional<Lease> take(String adapter) throws SQLException {
        try (Connection connection = database.get().getConnection()) {
            Holding holding = holding(connection, adapter);
            if (isTaken(adapter, holding)) {
                return Optional.empty();
            }
            try (PreparedStatement take = connection.prepareStatement(TAKE)) {
                take.setString(1, server);
                take.setString(2, adapter);
                take.setLong(3, holding.lease());
                take.setLong(4, holding.beat());
                take.setString(5, holding.owner());
                seen.remove(adapter);
                beaten.put(adapter, nanoTime.getAsLong());
                return take.executeUpdate() == 1
                        ? Optional.of(new Lease(adapter, holding.lease() + 1))
                        : Optional.empty();
            }
        }
    }

    /** What an earlier life of this server holds is free: it cannot do harm, because its lease is an older one. */
    private boolean isTaken(String adapter, Holding holding) {
        return holding.owner() != null && !holding.owner().equals(server) && !isStale(adapter, holding);
    }

    private boolean isStale(String adapter, Holding holding) {
        long now = nanoTime.getAsLong();
        Seen before = seen.get(adapter);
        if (before == null || !before.holding().equals(holding)) {
            seen.put(adapter, new Seen(holding, now));
            return false;
        }
        return now - before.since() >= PATIENCE.toNanos();
    }

    private static Holding holding(Connection connection, String adapter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, adapter);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("Adapter " + adapter + " has no row");
                }
                return new Holding(row.getLong(1), row.getString(2), row.getLong(3));
            }
        }
    }

    /** Counts the beat on, when it is time to. Called often while the adapter works. */
    synchronized void beat(Lease lease) throws SQLException {
        long now = nanoTime.getAsLong();
        if (now - beaten.getOrDefault(lease.adapter(), now) < BETWEEN_BEATS.toNanos()) {
            return;
        }
        beaten.put(lease.adapter(), now);
        try (Connection connection = database.get().getConnection();
                PreparedStatement beat = connection.prepareStatement(BEAT)) {
            beat.setString(1, lease.adapter());
            beat.setLong(2, lease.number());
            if (beat.executeUpdate() == 0) {
                throw new LeaseLostException(lease);
            }
        }
    }
}
