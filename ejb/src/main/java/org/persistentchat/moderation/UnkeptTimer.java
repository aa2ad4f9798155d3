package org.persistentchat.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Has texts that are not kept blanked once a minute. */
@Singleton
@Startup
public class UnkeptTimer {
    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        ticking = scheduler.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    private void tick() {
        try {
            new UnkeptSweep(dataSource).run(Instant.now());
        } catch (SQLException | RuntimeException failure) {
            ModerationLog.LOG.notBlanked(failure);
        }
    }
}
