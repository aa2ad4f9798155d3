package org.persistentchat.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.stream.Delivery;
import org.persistentchat.stream.DeliveryShard;

/** The timers of the pool: digests and presence, which never block, and a thread that compares rooms with the database. */
@Singleton
@Startup
@DependsOn({"ContentDatabase", "ChangeStartup", "BusStartup"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ClusterStartup {
    private static final long DIGEST_MILLIS = 500;
    private static final long PRESENCE_MILLIS = 250;
    private static final long SWEEP_MILLIS = 1_000;
    private static final long STOP_MILLIS = 5_000;

    /** Every other server does some work for a room that this one has in memory. */
    private static final long KEPT_IDLE_NANOS = TimeUnit.SECONDS.toNanos(15);

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    ServerBus bus;

    @Inject
    Delivery delivery;

    @Inject
    PoolEvents events;

    @Inject
    PoolPresence presence;

    @Inject
    HeadSweep sweep;

    @Inject
    LostServers lost;

    private final List<ScheduledFuture<?>> ticking = new ArrayList<>();
    private Thread sweeping;
    private volatile boolean stopped;

    @PostConstruct
    void start() {
        lost.endOwn();
        every(DIGEST_MILLIS, events::sendDigest);
        every(PRESENCE_MILLIS, presence::tick);
        every(TimeUnit.NANOSECONDS.toMillis(KEPT_IDLE_NANOS) / 3, this::dropIdle);
        sweeping = threads.newThread(this::sweep);
        sweeping.setName("chat-pool-sweep");
        sweeping.start();
    }

    private void every(long millis, Runnable round) {
        ticking.add(scheduler.scheduleAtFixedRate(() -> guarded(round), millis, millis, TimeUnit.MILLISECONDS));
    }

    private static void guarded(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException defect) {
            ClusterLog.LOG.roundFailed(defect); // an exception would stop the timer for good
        }
    }

    private void dropIdle() {
        if (bus.isAlone()) {
            return;
        }
        for (DeliveryShard shard : delivery.all()) {
            boolean unused = shard.offer(() -> shard.streams().dropIdle(KEPT_IDLE_NANOS));
        }
    }

    private void sweep() {
        try {
            while (!stopped) {
                TimeUnit.MILLISECONDS.sleep(SWEEP_MILLIS);
                try {
                    sweep.round();
                    lost.round();
                } catch (RuntimeException defect) {
                    ClusterLog.LOG.roundFailed(defect);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** The sweeping thread is not interrupted: H2 closes its file for everyone when a thread is interrupted in it. */
    @PreDestroy
    void stop() {
        stopped = true;
        ticking.forEach(timer -> timer.cancel(false));
        try {
            sweeping.join(STOP_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
