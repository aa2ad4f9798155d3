package org.persistentchat.retention;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Has the rules applied while the application runs. */
@Singleton
@Startup
@DependsOn("ContentDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {
    private static final long FIRST_SECONDS = 20;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    RetentionWork work;

    @Inject
    MeterRegistry metrics;

    @Inject
    @ConfigProperty(name = "persistentchat.retention.period-seconds", defaultValue = "600")
    long periodSeconds;

    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        for (String name : List.of(RetentionWork.MESSAGES, RetentionWork.RECORDS, RetentionWork.FAILURES)) {
            metrics.counter(name); // there from the beginning
        }
        ticking = scheduler.scheduleWithFixedDelay(
                this::tick, Math.min(FIRST_SECONDS, periodSeconds), periodSeconds, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            tell(Store.CONTENT, work.content());
            tell(Store.ARCHIVE, work.archive());
        } catch (RuntimeException failure) {
            RetentionLog.LOG.notApplied("any", failure);
        }
    }

    private void tell(Store store, RunTable.Outcome outcome) {
        if (outcome.removed() > 0) {
            work.audit(store, outcome.removed(), outcome.held());
        }
    }

    /** Not interrupted: H2 closes its file for everyone when a thread is interrupted in it. */
    @PreDestroy
    void stop() {
        work.stop();
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
