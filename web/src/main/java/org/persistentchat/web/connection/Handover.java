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
import org.persistentchat.config.ChatLimits;
import org.persistentchat.pool.Duty;
import org.persistentchat.pool.OwnDuty;
import org.persistentchat.web.problem.Incidents;

/** Sends the clients of a server that is not active elsewhere, no faster than the others can take them. */
@WebListener
public class Handover implements ServletContextListener {
    private static final int ROUNDS_PER_SECOND = 5;

    @Inject
    Connections connections;

    @Inject
    ChatLimits limits;

    @Inject
    OwnDuty own;

    @Resource
    ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> rounds;

    /** What a round may not send because it would be less than one connection; of the timer's thread. */
    private int rest;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        long period = TimeUnit.SECONDS.toMillis(1) / ROUNDS_PER_SECOND;
        rounds = timer.scheduleAtFixedRate(this::round, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    private void round() {
        try {
            if (own.duty() == Duty.ACTIVE || connections.size() == 0) {
                rest = 0;
                return;
            }
            int due = rest + limits.drainPerSecond();
            rest = due % ROUNDS_PER_SECOND;
            connections.handOver(due / ROUNDS_PER_SECOND);
        } catch (RuntimeException defect) {
            Incidents.told(defect); // an exception would stop the timer for good
        }
    }
}
