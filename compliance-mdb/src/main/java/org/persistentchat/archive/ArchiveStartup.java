package org.persistentchat.archive;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has the compliance database prepared beside the start of the application, again and again until it is there. */
@Singleton
@Startup
public class ArchiveStartup {

    private static final long RETRY_SECONDS = 10;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ArchiveDatabase database;

    private @Nullable ScheduledFuture<?> attempts;

    @PostConstruct
    void start() {
        attempts = executor.scheduleWithFixedDelay(this::attempt, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void attempt() {
        try {
            database.ready();
            stop();
        } catch (ArchiveException notYet) {
            ArchiveLog.LOG.debug("Not ready yet", notYet);
        }
    }

    @PreDestroy
    void stop() {
        if (attempts != null) {
            attempts.cancel(false);
        }
    }
}
