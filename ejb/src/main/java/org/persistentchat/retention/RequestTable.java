package org.persistentchat.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.UtcTimestamp;
import org.persistentchat.identity.PersonId;

/** The table {@code officer_request}. The caller owns the transaction. */
final class RequestTable {
    private static final String COLUMNS = "request_id, kind, hold_id, scope, scope_id, content_days, archive_days,"
            + " reason, asked_by, asked_at, state, decided_by, decided_at";
    private static final String RELEASE = "RELEASE";
    private static final String RULE = "RULE";

    private final Connection connection;

    RequestTable(Connection connection) {
        this.connection = connection;
    }

    void insert(OfficerRequest request) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO officer_request (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', NULL, NULL)")) {
            insert.setLong(1, request.id());
            if (request.wish() instanceof OfficerRequest.Release release) {
                insert.setString(2, RELEASE);
                insert.setLong(3, release.hold());
                insert.setNull(4, Types.VARCHAR);
                insert.setNull(5, Types.BIGINT);
                insert.setNull(6, Types.INTEGER);
                insert.setNull(7, Types.INTEGER);
            } else if (request.wish() instanceof OfficerRequest.Rule rule) {
                insert.setString(2, RULE);
                insert.setNull(3, Types.BIGINT);
                insert.setString(4, rule.scope().kind().name());
                insert.setLong(5, rule.scope().id());
                RuleTable.set(insert, 6, rule.days().content());
                RuleTable.set(insert, 7, rule.days().archive());
            }
            insert.setNString(8, request.reason());
            insert.setLong(9, request.askedBy().value());
            UtcTimestamp.set(insert, 10, request.askedAt());
            insert.executeUpdate();
        }
    }

    Optional<OfficerRequest> find(long id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM officer_request WHERE request_id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** Open ones, the oldest first; or all, the newest first. */
    List<OfficerRequest> list(boolean decided, int limit) throws SQLException {
        String query = "SELECT " + COLUMNS + " FROM officer_request"
                + (decided ? " ORDER BY asked_at DESC" : " WHERE state = 'PENDING' ORDER BY asked_at")
                + ", request_id OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY";
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setInt(1, limit);
            return read(select);
        }
    }

    boolean isPending(OfficerRequest.Wish wish) throws SQLException {
        boolean release = wish instanceof OfficerRequest.Release;
        String query = "SELECT COUNT(*) FROM officer_request WHERE state = 'PENDING' AND "
                + (release ? "hold_id = ?" : "scope = ? AND scope_id = ?");
        try (PreparedStatement select = connection.prepareStatement(query)) {
            if (wish instanceof OfficerRequest.Release of) {
                select.setLong(1, of.hold());
            } else if (wish instanceof OfficerRequest.Rule of) {
                select.setString(1, of.scope().kind().name());
                select.setLong(2, of.scope().id());
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) > 0;
            }
        }
    }

    /** Decides an open request; false if it is not open. */
    boolean decide(long id, OfficerRequest.State state, PersonId by, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE officer_request SET state = ?,"
                + " decided_by = ?, decided_at = ? WHERE request_id = ? AND state = 'PENDING'")) {
            update.setString(1, state.name());
            update.setLong(2, by.value());
            UtcTimestamp.set(update, 3, now);
            update.setLong(4, id);
            return update.executeUpdate() == 1;
        }
    }

    private static List<OfficerRequest> read(PreparedStatement select) throws SQLException {
        List<OfficerRequest> requests = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OfficerRequest.State state = OfficerRequest.State.valueOf(row.getString(11));
                OfficerRequest.@Nullable Decision decision = state == OfficerRequest.State.PENDING
                        ? null
                        : new OfficerRequest.Decision(new PersonId(row.getLong(12)), UtcTimestamp.read(row, 13));
                requests.add(new OfficerRequest(
                        row.getLong(1),
                        wish(row),
                        row.getString(8),
                        new PersonId(row.getLong(9)),
                        UtcTimestamp.read(row, 10),
                        state,
                        decision));
            }
        }
        return requests;
    }

    private static OfficerRequest.Wish wish(ResultSet row) throws SQLException {
        if (row.getString(2).equals(RELEASE)) {
            return new OfficerRequest.Release(row.getLong(3));
        }
        RetentionScope scope = new RetentionScope(RetentionScope.Kind.valueOf(row.getString(4)), row.getLong(5));
        return new OfficerRequest.Rule(scope, new Days(RuleTable.number(row, 6), RuleTable.number(row, 7)));
    }
}
