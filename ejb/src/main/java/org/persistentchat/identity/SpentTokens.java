package org.persistentchat.identity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;

/**
 * Tokens that were revoked and tickets that were used. Revocations are kept in memory, read again every few seconds for those of other
 * servers, so that a check costs no query; a ticket is spent in the database, so that it opens one socket in the whole pool.
 */
@ApplicationScoped
public class SpentTokens {
    private static final long REFRESH_MILLIS = 5_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
    private long refreshedAt = Long.MIN_VALUE;

    void revoke(String tokenId, Instant expiresAt) {
        insert("INSERT INTO revoked_token (token_id, expires_at) VALUES (?, ?)", tokenId, expiresAt);
        revoked.put(tokenId, expiresAt);
    }

    boolean isRevoked(String tokenId) {
        refresh();
        return revoked.containsKey(tokenId);
    }

    /** Spends a ticket; false if it was spent before. */
    boolean spend(String ticketId, Instant expiresAt) {
        return insert("INSERT INTO used_ticket (ticket_id, expires_at) VALUES (?, ?)", ticketId, expiresAt);
    }

    /** Inserts; false if the id is there already. */
    private boolean insert(String sql, String id, Instant expiresAt) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, id);
            UtcTimestamp.set(insert, 2, expiresAt);
            insert.executeUpdate();
            return true;
        } catch (SQLException failure) {
            if (SqlErrors.isConstraintViolation(failure)) {
                return false;
            }
            throw SqlErrors.unavailable(failure);
        }
    }

    private void refresh() {
        synchronized (revoked) {
            long now = System.nanoTime() / 1_000_000;
            if (refreshedAt != Long.MIN_VALUE && now - refreshedAt < REFRESH_MILLIS) {
                return;
            }
            refreshedAt = now;
        }
        Instant present = Instant.now();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : new String[] {"revoked_token", "used_ticket"}) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table + " WHERE expires_at < ?")) {
                    UtcTimestamp.set(delete, 1, present);
                    delete.executeUpdate();
                }
            }
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT token_id, expires_at FROM revoked_token");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    revoked.put(rows.getString(1), UtcTimestamp.read(rows, 2));
                }
            }
        } catch (SQLException failure) {
            // what is known in memory goes on to hold; the next check reads again
            IdentityLog.LOG.revocationsNotRead(failure);
        }
        revoked.values().removeIf(present::isAfter);
    }
}
