package org.persistentchat.recording;

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
import org.persistentchat.compliance.Compliance;
import org.persistentchat.database.ServerIdentity;

/** Records at the start what the installation of this server says of recording, if it is another than before; tries until it succeeds. */
@Singleton
@Startup
public class RecordingStartup {

    private static final long RETRY_SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Recording recording;

    @Inject
    Compliance compliance;

    @Inject
    ServerIdentity server;

    private @Nullable ScheduledFuture<?> attempts;

    @PostConstruct
    void start() {
        attempts = executor.scheduleWithFixedDelay(this::attempt, 1, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void attempt() {
        try {
            recording.installed(server.id(), server.name(), compliance.enabled());
            stop();
        } catch (RuntimeException notYet) {
            RecordingLog.LOG.debug("Not ready yet", notYet);
        }
    }

    @PreDestroy
    void stop() {
        if (attempts != null) {
            attempts.cancel(false);
        }
    }
}
