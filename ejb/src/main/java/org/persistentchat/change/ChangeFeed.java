package org.persistentchat.change;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * What this server has followed of the changes of the pool. Who asks while the application starts waits until everything in memory has been loaded, but not
 * for ever: the start may fail elsewhere, and a thread that waits would keep the application from ending.
 */
@ApplicationScoped
public class ChangeFeed {
    private static final long PATIENCE_MILLIS = 10_000;

    @Resource(lookup = "java:jboss/datasources/ContentDS")
    DataSource dataSource;

    private final CompletableFuture<ChangeThread> loaded = new CompletableFuture<>();

    void follows(ChangeThread following) {
        loaded.complete(following);
    }

    @PreDestroy
    void gone() {
        loaded.completeExceptionally(new IllegalStateException("The application ends"));
    }

    /**
     * The number of the change that all memory of this server has followed at least. A volatile read or two.
     *
     * @throws IllegalStateException if memory is not loaded in time, or never will be
     */
    public long followed() {
        try {
            return following().followed();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Asked to stop before memory was loaded", asked);
        }
    }

    /**
     * Returns when change {@code number} has been followed, or after some seconds if the database is away. False then.
     *
     * @throws IllegalStateException if memory is not loaded in time, or never will be
     */
    public boolean follow(long number) {
        try {
            return following().await(number, PATIENCE_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns when all that was changed before the call has been followed; false if the database is away. */
    public boolean followAll() {
        try (Connection connection = dataSource.getConnection()) {
            return follow(ChangeTable.head(connection));
        } catch (SQLException away) {
            return false;
        }
    }

    /** Has the change thread look at once, and does not wait for it. What is not loaded yet reads everything anyway. */
    public void look() {
        if (loaded.isDone() && !loaded.isCompletedExceptionally()) {
            loaded.join().look();
        }
    }

    private ChangeThread following() throws InterruptedException {
        try {
            return loaded.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notStarted) {
            throw new IllegalStateException("Memory is not loaded: the application has not started", notStarted);
        }
    }
}
