package org.persistentchat.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A delivery shard with its thread, for the time of a test. */
public final class RunningShard implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final DeliveryShard shard;
    private final Thread thread;

    RunningShard(StreamSource source) {
        shard = new DeliveryShard(source);
        thread = new Thread(shard, "test-delivery");
        thread.start();
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
    public void close() throws InterruptedException {
        shard.stop();
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }
}
