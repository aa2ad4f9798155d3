package org.persistentchat.archive.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.ArchiveDatabase;

/** Has the archive indexed while the application runs. */
@Singleton
@Startup
public class IndexerStartup {

    private static final long EVERY_SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ArchiveDatabase database;

    @Inject
    Instance<MeterRegistry> registries;

    private @Nullable ScheduledFuture<?> rounds;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        MeterRegistry registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        rounds = executor.scheduleWithFixedDelay(
                new IndexingRound(database, registry, () -> stopping), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (rounds != null) {
            rounds.cancel(false);
        }
    }
}
