package org.persistentchat.archive;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The compliance database, once it can be used. It is prepared when it can be reached, not when the application starts:
 * without it the chat goes on and the archive refuses.
 */
@ApplicationScoped
public class ArchiveDatabase {

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(2);

    @Resource(lookup = "java:jboss/datasources/ComplianceDS")
    DataSource dataSource;

    private volatile boolean ready;
    private boolean failing;
    private long failedAt;

    /**
     * The database with its schema in place; prepares it if that has not succeeded yet.
     *
     * @throws ArchiveException while it cannot be reached
     */
    public DataSource ready() {
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
}
