package org.persistentchat.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Has purges and removals continued that this server did not finish. */
@Singleton
@Startup
@DependsOn("ContentDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class RemovalTimer {
    private static final long FIRST_SECONDS = 5;
    private static final long PERIOD_SECONDS = 30;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    Instance<MessageRemovals> removals;

    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        ticking = scheduler.scheduleWithFixedDelay(this::tick, FIRST_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            removals.get().continueUnfinished();
        } catch (SQLException | RuntimeException failure) {
            ModerationLog.LOG.jobFailed(failure);
        }
    }

    /** Not interrupted: H2 closes its file for everyone when a thread is interrupted in it. */
    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
