package org.persistentchat.web.connection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.persistentchat.idempotence.IdempotentCreation;
import org.persistentchat.pool.PoolServers;
import org.persistentchat.web.problem.Incidents;

/**
 * Tells the pool every five seconds that this server lives, and at its end that it was stopped. In a thread of its own: timers are left out while the server is
 * suspended, and the others would take it for lost.
 */
@WebListener
public class PoolHeartbeat implements ServletContextListener {
    private static final int SECONDS = 5;
    private static final long STOP_MILLIS = 5_000;

    /** Once an hour. */
    private static final int SWEEP_EVERY = 720;

    @Inject
    PoolServers servers;

    @Inject
    Connections connections;

    @Inject
    IdempotentCreation answers;

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread beating;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Thread thread = threads.newThread(this::run);
        thread.setName("chat-pool-heartbeat");
        thread.start();
        beating = thread;
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ended.countDown();
        try {
            if (beating != null) {
                beating.join(STOP_MILLIS);
            }
            boolean unused = servers.stopped();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException gone) {
            ConnectionLog.LOG.broken(gone); // the others find out by themselves
        }
    }

    private void run() {
        try {
            for (long beats = 0; beats == 0 || !ended.await(SECONDS, TimeUnit.SECONDS); beats++) {
                beat(beats);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(long beats) {
        try {
            if (beats % SWEEP_EVERY == 0) {
                answers.sweep();
            }
            // without the database the others find out by themselves
            boolean unused = servers.beat(connections.size());
        } catch (RuntimeException defect) {
            Incidents.told(defect); // an exception would end the thread
        }
    }
}
