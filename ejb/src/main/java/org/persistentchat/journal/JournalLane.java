package org.persistentchat.journal;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.RoomId;
import org.persistentchat.stream.DeliveryShard;

/**
 * One writer of the journal. What has queued while it was writing becomes the next transaction: at low load each post has a commit of
 * its own, at high load hundreds share one.
 *
 * <p>When the database fails, every waiting post gets a retryable error; observations for compliance are kept, up to a bound, and go
 * with the next transaction. Rooms of an uncertain commit, and those whose events must wait for rights, are compared with the database as soon
 * as it answers.
 */
final class JournalLane implements Runnable {
    private static final int WAITING_ENTRIES = 16_384;
    private static final int BATCH_ENTRIES = 512;
    private static final int BATCH_CHARACTERS = 1 << 20;
    private static final int KEPT_OBSERVATIONS = 50_000;
    private static final long PAUSE_MILLIS = 500;

    /**
     * A transaction costs nearly the same for one post as for some. So when the last one had company, but not much, the next waits for
     * more, as long as the last one took and never longer than this. A post that comes alone never waits, and under high load batches
     * are large without waiting.
     */
    private static final long LONGEST_GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private static final int GATHERED_ENOUGH = 32;

    private final BlockingQueue<JournalEntry> waiting = new ArrayBlockingQueue<>(WAITING_ENTRIES);
    private final Deque<JournalEntry> kept = new ArrayDeque<>();

    /** Parts that found the lane full: no more than people who came in. */
    private final Queue<JournalEntry> parts = new ConcurrentLinkedQueue<>();

    private final Set<RoomId> uncertain = new HashSet<>();
    private final JournalTransaction transaction;
    private final CommitFollowers followers;
    private final DeliveryShard shard;
    private int lastTogether;
    private long lastNanos;
    private volatile boolean stopped;

    JournalLane(JournalTransaction transaction, CommitFollowers followers, DeliveryShard shard) {
        this.transaction = transaction;
        this.followers = followers;
        this.shard = shard;
    }

    /** Queues an entry; false if the lane is full or stopped. */
    boolean offer(JournalEntry entry) {
        return !stopped && waiting.offer(entry);
    }

    /** Queues a part: it has happened, so a full lane does not refuse it. False if the lane is stopped. */
    boolean offerPart(JournalEntry.Observed part) {
        return !stopped && (waiting.offer(part) || parts.add(part));
    }

    /** Takes nothing more; what waits is still written. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            while (!stopped || !waiting.isEmpty() || !kept.isEmpty() || !parts.isEmpty()) {
                List<JournalEntry> entries = take();
                if (!entries.isEmpty()) {
                    write(entries);
                } else if (!uncertain.isEmpty()) {
                    compareUncertain();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (!kept.isEmpty()) {
            JournalLog.LOG.observationsLost(kept.size());
        }
    }

    private List<JournalEntry> take() throws InterruptedException {
        List<JournalEntry> entries = new ArrayList<>();
        int characters = 0;
        JournalEntry first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null && lastTogether > 1 && lastTogether < GATHERED_ENOUGH) {
            LockSupport.parkNanos(Math.min(lastNanos, LONGEST_GATHER_NANOS));
        }
        while (!kept.isEmpty() && entries.size() < BATCH_ENTRIES / 2) {
            entries.add(kept.removeFirst());
        }
        while (!parts.isEmpty() && entries.size() < BATCH_ENTRIES / 2) {
            entries.add(parts.remove());
        }
        for (JournalEntry entry = first; entry != null; entry = waiting.poll()) {
            entries.add(entry);
            characters += entry instanceof JournalEntry.Post post ? post.draft().characters() : 0;
            if (entries.size() >= BATCH_ENTRIES || characters >= BATCH_CHARACTERS) {
                break;
            }
        }
        lastTogether = entries.size();
        return entries;
    }

    private void write(List<JournalEntry> entries) throws InterruptedException {
        JournalBatch batch = new JournalBatch(entries);
        long begun = System.nanoTime();
        Committed committed;
        try {
            committed = transaction.commit(batch);
        } catch (SQLException failure) {
            failed(batch, failure);
            return;
        } catch (RuntimeException defect) {
            JournalLog.LOG.defect(defect);
            refuse(batch, new ChatException(ErrorCode.INTERNAL, "The post could not be written.", defect), true);
            return;
        }
        if (!committed.followed()) {
            // delivered as soon as this server knows the rights that they were committed under
            uncertain.addAll(committed.events().keySet());
        }
        shard.put(() -> announce(batch, committed));
        lastNanos = System.nanoTime() - begun;
        tellFollowers(committed, batch, lastNanos);
        if (!uncertain.isEmpty()) {
            compareUncertain();
        }
    }

    private void tellFollowers(Committed committed, JournalBatch batch, long nanos) {
        try {
            followers.committed(committed, batch, nanos);
        } catch (RuntimeException defect) {
            // committed is committed: the outbox row is found in the table
            JournalLog.LOG.defect(defect);
        }
    }

    private void failed(JournalBatch batch, SQLException failure) throws InterruptedException {
        JournalLog.LOG.transactionFailed(failure);
        followers.failed();
        if (failure instanceof UncertainCommitException lost) {
            uncertain.addAll(lost.rooms());
        }
        List<JournalEntry> alsoWaiting = new ArrayList<>();
        waiting.drainTo(alsoWaiting);
        ChatException reason = new ChatException(
                ErrorCode.UNAVAILABLE,
                "The database cannot be reached at the moment. Send the post again with its key.");
        refuse(batch, reason, false);
        refuse(new JournalBatch(alsoWaiting), reason, false);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    /** Observations are kept for the next transaction; over the bound, or after a defect, they are refused as posts are. */
    private void refuse(JournalBatch batch, ChatException reason, boolean all) throws InterruptedException {
        List<JournalEntry.Observed> refused = new ArrayList<>();
        List<JournalEntry.Observed> goOn = new ArrayList<>();
        for (JournalEntry.Observed observed : batch.observations()) {
            if (all || kept.size() >= KEPT_OBSERVATIONS) {
                refused.add(observed);
            } else {
                goOn.add(observed);
                kept.addLast(
                        new JournalEntry.Observed(observed.observation(), observed.recordId(), Answered.NOBODY_WAITS));
            }
        }
        if (!refused.isEmpty()) {
            JournalLog.LOG.observationsLost(refused.size());
        }
        shard.put(() -> {
            batch.posts().values().forEach(same -> same.forEach(post -> fail(post.completion(), reason)));
            refused.forEach(observed -> fail(observed.completion(), reason));
            goOn.forEach(observed -> complete(observed.completion(), observed.observation()));
        });
    }

    /** In the delivery thread: answers first, then events, so that both can travel in one frame. */
    private void announce(JournalBatch batch, Committed committed) {
        batch.posts().forEach((key, same) -> {
            @Nullable Posted answer = committed.answers().get(key);
            for (JournalEntry.Post post : same) {
                if (answer == null) {
                    fail(post.completion(), committed.refusal(key));
                } else {
                    complete(post.completion(), answer);
                }
            }
        });
        for (JournalEntry.Observed observed : batch.observations()) {
            complete(observed.completion(), observed.observation());
        }
        if (committed.followed()) {
            committed.events().forEach((room, events) -> shard.streams().committed(room, events));
        }
    }

    private <T> void complete(Completion<T> completion, T result) {
        answer(completion, () -> completion.committed(result));
    }

    private void fail(Completion<?> completion, ChatException reason) {
        answer(completion, () -> completion.failed(reason));
    }

    /** One who fails at the answer keeps nobody else from theirs, nor the room from its events. */
    private void answer(Completion<?> completion, Runnable call) {
        try {
            call.run();
            shard.touch(completion.listener());
        } catch (RuntimeException defect) {
            JournalLog.LOG.defect(defect);
        }
    }

    private void compareUncertain() throws InterruptedException {
        try {
            Map<RoomId, Long> heads = transaction.heads(uncertain);
            uncertain.clear();
            shard.put(() -> heads.forEach((room, head) -> shard.streams().catchUp(room, head)));
            followers.cameTo(heads);
        } catch (SQLException stillDown) {
            JournalLog.LOG.stillDown(String.valueOf(stillDown.getMessage()));
        } catch (RuntimeException defect) {
            JournalLog.LOG.defect(defect);
        }
    }
}
