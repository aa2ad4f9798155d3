package org.persistentchat.archive;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The compliance database, once it can be used. It is prepared when it can be reached, not when the application starts:
 * without it the chat goes on and the archive refuses.
 *
 * <p>The embedded database, which a program outside may read while the server runs, closes itself as soon as the JVM begins to end, long before the application
 * is stopped. From that moment on the archive refuses: what comes late, as the leaving of everybody who was there, is in the outbox at the next start.
 */
@ApplicationScoped
public class ArchiveDatabase {

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String EMBEDDED = "jdbc:h2:file:";

    @Resource(lookup = "java:jboss/datasources/ComplianceDS")
    DataSource dataSource;

    private volatile boolean ready;
    private volatile boolean ended;
    private @Nullable Thread atEnd;
    private boolean failing;
    private long failedAt;

    /**
     * The database with its schema in place; prepares it if that has not succeeded yet.
     *
     * @throws ArchiveException while it cannot be reached, or when it has closed itself
     */
    public DataSource ready() {
        if (ended) {
            throw new ArchiveException("The compliance database has ended with the server");
        }
        if (!ready) {
            prepare();
        }
        return dataSource;
    }

    private synchronized void prepare() {
        if (ready) {
            return;
        }
        if (failing && System.nanoTime() - failedAt < RETRY_NANOS) {
            throw new ArchiveException("The compliance database is not ready");
        }
        try {
            String version = ArchiveSchema.migrate(dataSource);
            ArchiveSchema.validate();
            watchEnd();
            ready = true;
            ArchiveLog.LOG.ready(version);
        } catch (RuntimeException failed) {
            if (!failing) {
                ArchiveLog.LOG.notReady(String.valueOf(failed.getMessage()), failed);
            }
            failing = true;
            failedAt = System.nanoTime();
            throw new ArchiveException("The compliance database is not ready", failed);
        }
    }

    /** Whether the database has closed itself: what fails now fails for that reason, and nobody need be told. */
    public boolean hasEnded() {
        return ended;
    }

    private void watchEnd() {
        try (Connection connection = dataSource.getConnection()) {
            if (connection.getMetaData().getURL().startsWith(EMBEDDED)) {
                atEnd = new Thread(() -> ended = true, "chat-archive-end");
                Runtime.getRuntime().addShutdownHook(atEnd);
            }
        } catch (SQLException failed) {
            throw new ArchiveException("The compliance database does not say what it is", failed);
        }
    }

    @PreDestroy
    synchronized void forgetEnd() {
        if (atEnd != null && !ended) {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        }
    }
}
