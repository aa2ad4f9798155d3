package org.persistentchat.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.persistentchat.change.ChangeFeed;
import org.persistentchat.compliance.Compliance;
import org.persistentchat.compliance.OutboxRelay;
import org.persistentchat.compliance.record.RecordIds;
import org.persistentchat.compliance.record.RecordKind;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.ChatPolicy;
import org.persistentchat.principal.Subjects;
import org.persistentchat.recording.RecordingScope;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.Delivery;

/**
 * Accepts posts and observations. Each is answered after its commit, by the delivery thread of its room; what compliance has to know is
 * part of the same transaction. Rooms hash to lanes, each with a writer of its own.
 */
@ApplicationScoped
public class Journal {
    private static final long STOP_SECONDS = 10;
    private static final Set<RecordKind> ARCHIVE = Set.of(RecordKind.ARCHIVE_READ, RecordKind.ARCHIVE_ACT);

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Delivery delivery;

    @Inject
    ServerIdentity server;

    @Inject
    Compliance compliance;

    @Inject
    RecordingScope scope;

    @Inject
    OutboxRelay relay;

    @Inject
    MeterRegistry metrics;

    @Inject
    ChangeFeed changes;

    @Inject
    Subjects subjects;

    @Inject
    RoomDirectory rooms;

    @Inject
    ChatPolicy policy;

    @Inject
    Instance<MentionFollower> mentionFollowers;

    @Inject
    Instance<EventAnnouncer> foundAnnouncers;

    private final RecordIds ids = new RecordIds();
    private RecordFactory factory;
    private final List<JournalLane> lanes = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();

    @PostConstruct
    void start() {
        factory = new RecordFactory(server, ids);
        JournalTransaction transaction = new JournalTransaction(
                dataSource,
                factory,
                scope::records,
                new MemoryRights(changes, subjects, rooms, policy),
                Clock.systemUTC());
        CommitFollowers followers = new Followers();
        for (int index = 0; index < delivery.shards(); index++) {
            JournalLane lane = new JournalLane(transaction, followers, delivery.shard(index));
            Thread writer = threads.newThread(lane);
            writer.setName("chat-journal-" + index);
            writer.start();
            lanes.add(lane);
            writers.add(writer);
        }
        JournalLog.LOG.started(lanes.size(), compliance.enabled() ? "on" : "off");
    }

    /** Makes records and numbers their batches; one for all who write to the outbox. */
    RecordFactory factory() {
        return factory;
    }

    /** Whether an act of this kind is recorded. That recording was switched, and who looks at the archive, always is. */
    boolean records(RecordKind kind) {
        return scope.recordsActs()
                || kind.equals(RecordKind.RECORDING_CHANGED)
                || (compliance.enabled() && ARCHIVE.contains(kind));
    }

    /** Writes what waits, then ends. A writer is never interrupted: H2 closes its file for everyone when a thread is interrupted in it. */
    @PreDestroy
    void stop() {
        lanes.forEach(JournalLane::stop);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        for (Thread writer : writers) {
            try {
                writer.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Commits a message or what becomes of one. Refuses with {@link ErrorCode#BUSY} when too many wait, and with {@link
     * ErrorCode#COMPLIANCE_BEHIND} when so much waits for the archive that the installation stops here.
     */
    public void post(Draft draft, Completion<Posted> completion) {
        checkBound(draft.room());
        PostKey key = PostKey.of(draft.room().id(), draft.author().id(), draft.key());
        queue(draft.room().id(), new JournalEntry.Post(draft, key, completion));
    }

    /** Commits what compliance has to know. Refuses as {@link #post}. */
    public void observe(Observation observation, Completion<Observation> completion) {
        checkBound(observation.room());
        queue(observation.room().id(), new JournalEntry.Observed(observation, ids.next(), completion));
    }

    /** Commits a part. It has happened, so neither a bound nor a full journal refuses it, only the end of this server. */
    public void part(Observation part, Completion<Observation> completion) {
        RoomId room = part.room().id();
        if (!lanes.get(delivery.indexOf(room)).offerPart(new JournalEntry.Observed(part, ids.next(), completion))) {
            throw new ChatException(ErrorCode.BUSY, "The server is stopping.");
        }
    }

    /** As {@link #part(Observation, Completion)} when nobody waits for it. */
    public void part(Observation part) {
        part(part, Answered.NOBODY_WAITS);
    }

    /** As {@link #observe(Observation, Completion)} for what is shown in any case: nobody waits for it, and the archive's bound does not refuse it. */
    public void observe(Observation observation) {
        queue(observation.room().id(), new JournalEntry.Observed(observation, ids.next(), Answered.NOBODY_WAITS));
    }

    /** Two reads of memory. */
    private void checkBound(Room room) {
        if (relay.refusesMore() && scope.records(room)) {
            throw new ChatException(
                    ErrorCode.COMPLIANCE_BEHIND,
                    "The compliance archive is too far behind. Nothing is taken until it has caught up; send it again later.");
        }
    }

    /** Whether every writer lives. */
    public boolean isWriting() {
        return writers.stream().allMatch(Thread::isAlive);
    }

    private void queue(RoomId room, JournalEntry entry) {
        if (!lanes.get(delivery.indexOf(room)).offer(entry)) {
            throw new ChatException(ErrorCode.BUSY, "Too many posts are waiting. Send it again with its key.");
        }
    }

    private final class Followers implements CommitFollowers {
        private final Counter posts = metrics.counter("persistentchat.posts");
        private final Counter failures = metrics.counter("persistentchat.journal.failures");
        private final Timer transactions = metrics.timer("persistentchat.journal.transactions");
        private final DistributionSummary entries = metrics.summary("persistentchat.journal.batch.entries");

        /** Looked up once: the lookup costs more than the telling. */
        private final List<EventAnnouncer> announcers = foundAnnouncers.stream().toList();

        @Override
        public void committed(Committed committed, JournalBatch batch, long nanos) {
            if (committed.outbox() != null) {
                relay.committed(committed.outbox());
            }
            if (committed.followed()) {
                announcers.forEach(announcer -> announcer.committed(committed.events(), committed.change()));
            }
            if (committed.followed() && !committed.mentions().isEmpty()) {
                mentionFollowers.forEach(follower -> follower.mentioned(committed.mentions()));
            }
            int written =
                    committed.events().values().stream().mapToInt(List::size).sum();
            posts.increment(written);
            transactions.record(nanos, TimeUnit.NANOSECONDS);
            entries.record(batch.posts().size() + batch.observations().size());
        }

        @Override
        public void cameTo(Map<RoomId, Long> heads) {
            announcers.forEach(announcer -> announcer.cameTo(heads));
        }

        @Override
        public void failed() {
            failures.increment();
        }
    }
}
