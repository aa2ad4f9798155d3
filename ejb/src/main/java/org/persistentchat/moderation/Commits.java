package org.persistentchat.moderation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.event.EventBatch;
import org.persistentchat.journal.Completion;
import org.persistentchat.journal.Draft;
import org.persistentchat.journal.Posted;
import org.persistentchat.stream.Listener;

/** Drafts of a job on their way through the journal: a bounded number at a time, so that people's posts are not held up. */
final class Commits implements Completion<Posted>, Listener {
    private static final int UNDERWAY = 50;
    private static final int ATTEMPTS = 60;
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 120;

    private final BiConsumer<Draft, Completion<Posted>> journal;
    private final Semaphore free = new Semaphore(UNDERWAY);
    private final AtomicLong committed = new AtomicLong();
    private final AtomicLong held = new AtomicLong();
    private volatile boolean failed;
    private volatile boolean forbidden;

    Commits(BiConsumer<Draft, Completion<Posted>> journal) {
        this.journal = journal;
    }

    /** Hands a draft over, as soon as there is room. */
    void add(Draft draft) throws InterruptedException {
        if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "The journal does not answer.");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                journal.accept(draft, this);
                return;
            } catch (ChatException busy) {
                if (attempt == ATTEMPTS) {
                    free.release();
                    throw busy;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Waits until all are answered. */
    void await() throws InterruptedException {
        if (!free.tryAcquire(UNDERWAY, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "The journal does not answer.");
        }
        free.release(UNDERWAY);
        if (forbidden) {
            throw new ChatException(ErrorCode.NOT_PERMITTED, "Who began this is no administrator any more.");
        }
        if (failed) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "The database cannot be reached at the moment.");
        }
    }

    long committed() {
        return committed.get();
    }

    /** How many were refused because of a legal hold. */
    long held() {
        return held.get();
    }

    @Override
    public void committed(Posted result) {
        committed.incrementAndGet();
        free.release();
    }

    /** A message that is gone or changed meanwhile is none of the job's any more. */
    @Override
    public void failed(ChatException reason) {
        if (reason.code().retryable()) {
            failed = true;
        } else if (reason.code() == ErrorCode.NOT_PERMITTED) {
            forbidden = true;
        } else if (reason.code() == ErrorCode.MESSAGE_HELD) {
            held.incrementAndGet();
        }
        free.release();
    }

    @Override
    public Listener listener() {
        return this;
    }

    @Override
    public void deliver(EventBatch batch) {}

    @Override
    public void flush() {}
}
