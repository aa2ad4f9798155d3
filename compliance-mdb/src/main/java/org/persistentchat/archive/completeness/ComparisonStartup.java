package org.persistentchat.archive.completeness;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.persistentchat.archive.ArchiveDatabase;
import org.persistentchat.compliance.record.ContentSequences;

/** Has the archive compared with the content database while the application runs. */
@Singleton
@Startup
public class ComparisonStartup {

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ArchiveDatabase database;

    @Inject
    ContentSequences content;

    @Inject
    Instance<MeterRegistry> registries;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.compare-seconds", defaultValue = "10")
    long seconds;

    private @Nullable ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        MeterRegistry registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        rounds = executor.scheduleWithFixedDelay(
                new ComparisonRound(database, content, registry), seconds, seconds, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }
}
