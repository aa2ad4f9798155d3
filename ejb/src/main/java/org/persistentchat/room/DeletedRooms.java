package org.persistentchat.room;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Removes what is left of deleted rooms, a while after their deletion, on whichever server comes first. */
@Singleton
@Startup
@DependsOn("ContentDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class DeletedRooms {
    private static final long PERIOD_SECONDS = 10;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final Clock clock = Clock.systemUTC();
    private DeletedRoomTable table;
    private ScheduledFuture<?> work;

    @PostConstruct
    void start() {
        table = new DeletedRoomTable(dataSource);
        work = scheduler.scheduleWithFixedDelay(this::removeContent, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void removeContent() {
        try {
            table.removeContent(clock.instant());
        } catch (RuntimeException failure) {
            RoomLog.LOG.contentNotRemoved(failure); // it is tried again
        }
    }

    /** Not interrupted: H2 closes its file for everyone when a thread is interrupted in it. */
    @PreDestroy
    void stop() {
        work.cancel(false);
    }
}
