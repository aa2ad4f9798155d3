package org.persistentchat.bus;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jgroups.JChannel;
import org.jspecify.annotations.Nullable;
import org.persistentchat.database.ServerIdentity;

/** Puts the bus on the server's JGroups channel when memory has been loaded, and takes it off with the application. */
@Singleton
@Startup
@DependsOn({"ContentDatabase", "ChangeStartup"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class BusStartup {
    private static final long TICK_MILLIS = 500;

    @Resource(lookup = "java:jboss/jgroups/channel/persistent-chat")
    JChannel channel;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    ServerIdentity server;

    @Inject
    ServerBus bus;

    @Inject
    @Any
    Instance<BusFollower> followers;

    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        bus.start(
                new MessageBus.ServerRun(server.id(), System.currentTimeMillis()),
                new JGroupsTransport(channel),
                threads,
                followers.stream().toList());
        ticking = scheduler.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            bus.tick();
        } catch (RuntimeException defect) {
            BusLog.LOG.followerFailed(defect); // an exception would stop the timer for good
        }
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        bus.stop();
    }
}
