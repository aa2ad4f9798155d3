package org.persistentchat.identity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.persistentchat.database.SqlErrors;
import org.persistentchat.database.UtcTimestamp;

/** The key that signs tokens: made by the first server of the pool, read by all. */
@Singleton
@DependsOn("ContentDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
@Lock(LockType.READ)
public class SigningKeys {
    /** 256 bits, as HMAC with SHA-256 asks for (RFC 7518, section 3.2). */
    private static final int SECRET_BYTES = 32;

    private static final int KEY_ID = 1;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private byte[] secret;

    @PostConstruct
    void load() {
        try (Connection connection = dataSource.getConnection()) {
            byte[] stored = read(connection);
            if (stored.length == 0) {
                insert(connection);
                stored = read(connection);
            }
            secret = stored;
        } catch (SQLException failure) {
            throw new IllegalStateException("The key that signs tokens cannot be read", failure);
        }
    }

    /** The secret; not to be changed. */
    public byte[] secret() {
        return secret;
    }

    private static byte[] read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT secret FROM signing_key WHERE key_id = ?")) {
            select.setInt(1, KEY_ID);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    private static void insert(Connection connection) throws SQLException {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO signing_key (key_id, secret, created_at) VALUES (?, ?, ?)")) {
            insert.setInt(1, KEY_ID);
            insert.setBytes(2, fresh);
            UtcTimestamp.set(insert, 3, Instant.now());
            insert.executeUpdate();
        } catch (SQLException failure) {
            // another server was first: its key holds
            if (!SqlErrors.isConstraintViolation(failure)) {
                throw failure;
            }
        }
    }
}
