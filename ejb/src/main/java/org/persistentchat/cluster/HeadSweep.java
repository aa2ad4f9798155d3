package org.persistentchat.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.persistentchat.bus.Peer;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.Delivery;
import org.persistentchat.stream.DeliveryShard;

/**
 * The last resort: compares the rooms in memory with the database. When something is known to be lost, in the next second; while a server
 * lives that is not heard, every second; otherwise once a minute. A server alone in its pool only asks, every five seconds, whether it is.
 */
@ApplicationScoped
public class HeadSweep {
    private static final int LIVING_EVERY = 5;
    private static final int SWEEP_EVERY = 60;
    private static final int ROUNDS_AFTER_JOINING = 3;
    private static final Duration LIVES = Duration.ofSeconds(20);
    private static final long PATIENCE_SECONDS = 5;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Inject
    ServerBus bus;

    @Inject
    Delivery delivery;

    @Inject
    ServerIdentity server;

    @Inject
    UnheardServers unheard;

    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger hurriedRounds = new AtomicInteger();

    // Of the sweeping thread
    private Map<Integer, String> living = Map.of();
    private long round;

    /** Something was lost: the next round compares. */
    void hurry() {
        hurriedRounds.accumulateAndGet(1, Math::max);
    }

    /** Until both servers know of each other, each commits without telling the other. */
    void afterJoining() {
        hurriedRounds.set(ROUNDS_AFTER_JOINING);
    }

    /** Once a second, by a thread that may wait for the database. */
    void round() throws InterruptedException {
        try {
            HeadTable table = new HeadTable(dataSource);
            if (round++ % LIVING_EVERY == 0) {
                living = table.living(clock.instant().minus(LIVES));
            }
            unheard.round(livingUnheard());
            boolean hurried = hurriedRounds.get() > 0;
            boolean due = !bus.isAlone() && round % SWEEP_EVERY == 0;
            if (!unheard.isEmpty() || hurried || due) {
                hurriedRounds.updateAndGet(rounds -> Math.max(0, rounds - 1));
                compare(table);
            }
        } catch (SQLException away) {
            hurry();
            ClusterLog.LOG.notCompared(String.valueOf(away.getMessage()));
        }
    }

    private Map<Integer, String> livingUnheard() {
        Map<Integer, String> others = new HashMap<>(living);
        others.remove(server.id());
        bus.peers().stream().map(Peer::serverId).forEach(others::remove);
        return others;
    }

    private void compare(HeadTable table) throws SQLException, InterruptedException {
        for (DeliveryShard shard : delivery.all()) {
            Map<RoomId, Long> here = inMemory(shard);
            Map<RoomId, Long> behind = new HashMap<>();
            table.heads(here.keySet()).forEach((room, head) -> {
                if (head > here.getOrDefault(room, head)) {
                    behind.put(room, head);
                }
            });
            if (!behind.isEmpty()) {
                shard.put(() -> behind.forEach(shard.streams()::catchUp));
            }
        }
    }

    private Map<RoomId, Long> inMemory(DeliveryShard shard) throws InterruptedException {
        CompletableFuture<Map<RoomId, Long>> answer = new CompletableFuture<>();
        shard.put(() -> {
            Map<RoomId, Long> rooms = new HashMap<>();
            shard.streams().loaded().forEach(stream -> rooms.put(stream.room(), stream.last()));
            answer.complete(rooms);
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException busy) {
            hurry(); // in the next round
            return Map.of();
        }
    }
}
