package org.persistentchat.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A delivery shard with its thread, for the time of a test. */
public final class RunningShard implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final DeliveryShard shard;
    private final Thread thread;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    RunningShard(StreamSource source) {
        shard = new DeliveryShard(source);
        thread = start();
    }

    /** A shard whose rooms are in {@code content}. */
    public RunningShard(DataSource content) {
        shard = new DeliveryShard(new TableSource(content, executor));
        thread = start();
    }

    private Thread start() {
        Thread started = new Thread(shard, "test-delivery");
        started.start();
        return started;
    }

    public DeliveryShard shard() {
        return shard;
    }

    /** What the shard's thread finds, after all that it was given before. */
    public <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        shard.offer(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException defect) {
                answer.completeExceptionally(defect);
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("The shard gave no answer", failure);
        }
    }

    /** Has {@code task} done by the shard's thread. */
    public void run(Runnable task) {
        ask(() -> {
            task.run();
            return true;
        });
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        executor.shutdownNow();
        shard.stop();
        ended(thread);
    }

    /** Waits for the end of {@code thread}; false if it goes on. */
    public static boolean ended(Thread thread) {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
