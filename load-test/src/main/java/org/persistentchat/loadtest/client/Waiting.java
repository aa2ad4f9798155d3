package org.persistentchat.loadtest.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for answers and conditions, never without a bound. */
public final class Waiting {
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 50;

    private Waiting() {}

    /** The answer, or the exception that the command failed with. Five minutes are for a server that is being restarted. */
    public static <T> T answer(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException("No answer within " + ANSWER, late);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Returns whether the condition came true in time. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(POLL_MILLIS);
        }
        return true;
    }

    /** Sleeps. */
    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted", cause);
    }
}
