package org.persistentchat.stream;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.persistentchat.bus.ServerBus;
import org.persistentchat.change.ChangeFeed;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.event.EventStore;
import org.persistentchat.room.RoomId;

/** The delivery threads of this server. A room belongs to the same shard for as long as the server runs. */
@ApplicationScoped
public class Delivery {
    private static final long RETRY_SECONDS = 1;

    /** Events of other servers are milliseconds away. */
    private static final long GAP_PATIENCE_MILLIS = 50;

    @Inject
    EventStore store;

    @Inject
    ServerBus bus;

    @Inject
    ChangeFeed changes;

    @Inject
    Instance<StreamWatcher> foundStreamWatchers;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedExecutorService blocking;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    @ConfigProperty(name = "persistentchat.journal.lanes", defaultValue = "0")
    int configuredLanes;

    @Inject
    Instance<CommitWatcher> foundWatchers;

    /** Looked up once: the lookup costs more than the watching. */
    private volatile @Nullable List<CommitWatcher> watchers;

    private volatile @Nullable List<StreamWatcher> streamWatchers;

    private List<DeliveryShard> shards = List.of();

    @PostConstruct
    void start() {
        int count = configuredLanes > 0
                ? configuredLanes
                : Math.min(8, Math.max(2, Runtime.getRuntime().availableProcessors()));
        shards = IntStream.range(0, count)
                .mapToObj(index -> new DeliveryShard(new DatabaseSource()))
                .toList();
        for (int index = 0; index < count; index++) {
            Thread thread = threads.newThread(shards.get(index));
            thread.setName("chat-delivery-" + index);
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        shards.forEach(DeliveryShard::stop);
    }

    /** How many shards there are; the journal has as many lanes. */
    public int shards() {
        return shards.size();
    }

    /** The index of a room's shard. */
    public int indexOf(RoomId room) {
        return (int) Long.remainderUnsigned((room.value() * 0x9E3779B97F4A7C15L) >>> 1, shards.size());
    }

    /** The shard at an index from 0 to {@link #shards()} - 1. */
    public DeliveryShard shard(int index) {
        return shards.get(index);
    }

    public List<DeliveryShard> all() {
        return shards;
    }

    public DeliveryShard shard(RoomId room) {
        return shards.get(indexOf(room));
    }

    /** Runs what may block, outside of the delivery threads. */
    public Executor blocking() {
        return blocking;
    }

    private List<CommitWatcher> watchers() {
        List<CommitWatcher> known = watchers;
        if (known == null) {
            known = foundWatchers.stream().toList();
            watchers = known;
        }
        return known;
    }

    private List<StreamWatcher> streamWatchers() {
        List<StreamWatcher> known = streamWatchers;
        if (known == null) {
            known = foundStreamWatchers.stream().toList();
            streamWatchers = known;
        }
        return known;
    }

    private final class DatabaseSource implements StreamSource {
        @Override
        public long head(RoomId room) {
            return store.head(room);
        }

        @Override
        public List<CommittedEvent> read(RoomId room, long from, long to) {
            return store.read(room, from, to);
        }

        @Override
        public List<CommittedEvent> readGap(RoomId room, long from, long to) {
            List<CommittedEvent> events = store.read(room, from, to);
            return bus.isAlone() || changes.followAll() ? events : List.of();
        }

        @Override
        public long gapPatienceMillis() {
            return bus.isAlone() ? 0 : GAP_PATIENCE_MILLIS;
        }

        @Override
        public void in(long millis, Runnable task) {
            var unused = scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
        }

        @Override
        public void opened(RoomId room, long last) {
            streamWatchers().forEach(watcher -> watcher.opened(room, last));
        }

        @Override
        public void closed(RoomId room) {
            streamWatchers().forEach(watcher -> watcher.closed(room));
        }

        @Override
        public void committed(RoomId room, List<CommittedEvent> events) {
            watchers().forEach(watcher -> watcher.committed(room, events));
        }

        @Override
        public Executor blocking() {
            return blocking;
        }

        @Override
        public void later(Runnable task) {
            var scheduled = scheduler.schedule(task, RETRY_SECONDS, TimeUnit.SECONDS);
            StreamLog.LOG.triedAgain(scheduled.isDone() ? 0 : RETRY_SECONDS);
        }
    }
}
