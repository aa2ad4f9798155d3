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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    @ConfigProperty(name = "persistentchat.compliance.signing-key-file")
    Optional<String> signingKeyFile;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.checkpoint-directory")
    Optional<String> checkpointDirectory;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.checkpoint-seconds", defaultValue = "60")
    long checkpointSeconds;

    @Inject
    @ConfigProperty(name = "persistentchat.compliance.seal-millis", defaultValue = "1000")
    long sealMillis;

    private @Nullable ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        SealingSettings settings = settings();
        MeterRegistry registry = registries.isResolvable() ? registries.get() : new SimpleMeterRegistry();
        long millis = settings.sealEvery().toMillis();
        rounds = executor.scheduleWithFixedDelay(
                new SealingRound(database, settings, registry), millis, millis, TimeUnit.MILLISECONDS);
    }

    private SealingSettings settings() {
        Path own = Path.of(System.getProperty("jboss.server.data.dir", "."), "persistent-chat-archive");
        return new SealingSettings(
                signingKeyFile.map(Path::of).orElse(own.resolve("signing-key.pem")),
                checkpointDirectory.map(Path::of).orElse(own.resolve("checkpoints")),
                Duration.ofSeconds(checkpointSeconds),
                Duration.ofMillis(sealMillis));
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }
}
