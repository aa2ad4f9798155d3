package org.persistentchat.archive.seal;

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

/** Has the archive sealed while the application runs. */
@Singleton
@Startup
public class SealerStartup {

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ArchiveDatabase database;

    @Inject
    Instance<MeterRegistry> registries;

    @Inject
    SealingSettingsBean sealing;

    private @Nullable ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        SealingSettings settings = sealing.settings();
        MeterRegistry registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        long millis = settings.sealEvery().toMillis();
        rounds = executor.scheduleWithFixedDelay(
                new SealingRound(database, settings, registry), millis, millis, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }
}
