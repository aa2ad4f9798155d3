package org.persistentchat.web.connection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.persistentchat.idempotence.IdempotentCreation;
import org.persistentchat.pool.PoolServers;
import org.persistentchat.web.problem.Incidents;

/** Tells the pool every five seconds that this server lives, and at its end that it was stopped. */
@WebListener
public class PoolHeartbeat implements ServletContextListener {
    private static final int SECONDS = 5;

    /** Once an hour. */
    private static final int SWEEP_EVERY = 720;

    @Inject
    PoolServers servers;

    @Inject
    Connections connections;

    @Inject
    IdempotentCreation answers;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> beating;

    /** Of the timer's thread. */
    private long beats;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        beating = timer.scheduleWithFixedDelay(this::beat, 0, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (beating != null) {
            beating.cancel(false);
        }
        try {
            boolean unused = servers.stopped();
        } catch (RuntimeException gone) {
            ConnectionLog.LOG.broken(gone); // the others find out by themselves
        }
    }

    private void beat() {
        try {
            if (beats++ % SWEEP_EVERY == 0) {
                answers.sweep();
            }
            // without the database the others find out by themselves
            boolean unused = servers.beat(connections.size());
        } catch (RuntimeException defect) {
            Incidents.told(defect); // an exception would stop the timer for good
        }
    }
}
