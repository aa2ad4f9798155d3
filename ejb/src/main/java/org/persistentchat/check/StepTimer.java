package org.persistentchat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;

/** Times steps, and says which one failed. */
final class StepTimer {
    /** End of the name of a step that goes on until it is heard. */
    static final String ANSWERED = ": answered";

    private static final long PATIENCE_SECONDS = 5;

    private final List<CheckReport.Step> steps = new ArrayList<>();

    /** Does a step. */
    <T> T step(String name, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            T result = work.get();
            took(name, begun);
            return result;
        } catch (ChatException refused) {
            throw failed(name, String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Waits for the end of a step that began at {@code begun}. */
    <T> T await(String name, long begun, CompletableFuture<T> end) {
        try {
            T result = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            took(name, begun);
            return result;
        } catch (TimeoutException tooLong) {
            throw failed(name, "nothing came within " + PATIENCE_SECONDS + " s", tooLong);
        } catch (ExecutionException refused) {
            throw failed(name, String.valueOf(refused.getCause()), refused);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw failed(name, "the server stops", stopping);
        }
    }

    CheckReport report() {
        return new CheckReport(List.copyOf(steps));
    }

    private void took(String name, long begun) {
        steps.add(new CheckReport.Step(name, Math.round((System.nanoTime() - begun) / 1_000.0) / 1_000.0));
    }

    static ChatException failed(String name, String why, Exception cause) {
        return new ChatException(ErrorCode.CHECK_FAILED, "The step \"" + name + "\" failed: " + why + ".", cause);
    }
}
