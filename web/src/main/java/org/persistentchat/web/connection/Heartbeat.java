package org.persistentchat.web.connection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.persistentchat.web.problem.Incidents;

/** The one timer of all connections, running as long as the application does. */
@WebListener
public class Heartbeat implements ServletContextListener {
    /** How long a client may take to answer a close frame. */
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

    private static final Duration PERIOD = Duration.ofSeconds(2);

    @Inject
    Connections connections;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> sweeping;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        sweeping = timer.scheduleAtFixedRate(this::sweep, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
        if (connections.shutDown()) { // an application that is taken away from a server that goes on
            connections.awaitGone(CLOSE_GRACE.toNanos());
        }
    }

    private void sweep() {
        try {
            connections.sweep(CLOSE_GRACE.toNanos());
        } catch (RuntimeException defect) {
            Incidents.told(defect); // an exception would stop the timer for good
        }
    }
}
