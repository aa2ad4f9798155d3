package org.persistentchat.journal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.stream.Listener;
import org.persistentchat.stream.RecordingListener;

/** Writes down how an entry of the journal was answered; safe for use by several threads. */
class Outcomes<T> implements Completion<T> {
    private static final Duration POLLED = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Listener listener = new RecordingListener();
    private final List<T> results = new ArrayList<>();
    private final List<ErrorCode> refusals = new ArrayList<>();

    @Override
    public synchronized void committed(T result) {
        results.add(result);
    }

    @Override
    public synchronized void failed(ChatException reason) {
        refusals.add(reason.code());
    }

    @Override
    public Listener listener() {
        return listener;
    }

    /** Waits for the answer. */
    void awaitAnswer() {
        await().pollDelay(Duration.ZERO).pollInterval(POLLED).atMost(PATIENCE).until(() -> answers() > 0);
    }

    /** How often it was answered: once is right. */
    synchronized int answers() {
        return results.size() + refusals.size();
    }

    synchronized @Nullable T result() {
        return results.isEmpty() ? null : results.get(0);
    }

    synchronized @Nullable ErrorCode refusal() {
        return refusals.isEmpty() ? null : refusals.get(0);
    }
}
