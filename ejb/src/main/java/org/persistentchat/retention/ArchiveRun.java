package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.persistentchat.expiry.ArchiveExpiry;
import org.persistentchat.expiry.Expired;
import org.persistentchat.expiry.ExpiryOrder;
import org.persistentchat.hold.HoldGate;
import org.persistentchat.hold.Holds;

/** Applies the rules to the archive, room by room. Each step has the gate of holds, so that no hold can be set while it removes. */
final class ArchiveRun {
    private static final int ROOMS = 500;

    private final DataSource dataSource;
    private final ArchiveExpiry archive;
    private final Steps steps;
    private RunTable.Outcome outcome = RunTable.Outcome.NOTHING;

    ArchiveRun(DataSource dataSource, ArchiveExpiry archive, Steps steps) {
        this.dataSource = dataSource;
        this.archive = archive;
        this.steps = steps;
    }

    RunTable.Outcome outcome() {
        return outcome;
    }

    /** Does all that is due at {@code now}; ends early when it is told to. */
    void run(ArchiveLimits limits, Instant now) throws SQLException {
        String room = "";
        List<String> page = List.of(room);
        while (!page.isEmpty()) {
            for (String next : page) {
                room = next;
                Optional<RetentionRules.Limit> limit = limits.of(room);
                if (limit.isPresent() && !expire(room, limit.get(), now)) {
                    return;
                }
            }
            page = archive.rooms(room, ROOMS);
        }
    }

    private boolean expire(String room, RetentionRules.Limit limit, Instant now) throws SQLException {
        ExpiryOrder order = new ExpiryOrder(room, Cutoff.of(limit, now), Cutoff.rule(limit), ExpiryOrder.Place.BEGIN);
        while (true) {
            Expired step = withGate(order);
            outcome = outcome.and(step.records(), step.held());
            if (!steps.done(outcome)) {
                return false;
            }
            if (step.next() == null) {
                return true;
            }
            order = order.from(step.next());
        }
    }

    private Expired withGate(ExpiryOrder order) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Holds holds = HoldGate.pass(connection);
                Expired step = archive.expire(order, record -> holds.cover(ArchiveLimits.held(record)));
                connection.commit();
                return step;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
