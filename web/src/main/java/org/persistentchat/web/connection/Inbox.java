package org.persistentchat.web.connection;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.persistentchat.web.outbound.FrameSender;

/**
 * Frames of one client on their way to the chat: one at a time, in the order sent, away from the thread that reads sockets. When too many wait, or too much, the client
 * is not read from until they are done, so a flood fills the client's own socket buffer. Idle, it has no memory of its own.
 */
final class Inbox implements Runnable {
    private static final int PAUSE_AT = 64;
    private static final int RESUME_AT = 16;

    /** Of memory, at two bytes a character; so much and one frame waits at most. */
    private static final int PAUSE_AT_BYTES = 1 << 20;

    private static final int RESUME_AT_BYTES = PAUSE_AT_BYTES / 4;

    private final Consumer<String> handler;
    private final FrameSender source;
    private final Executor worker;

    // Guarded by this
    private @Nullable ArrayDeque<String> waiting;
    private boolean paused;
    private long bytes;

    Inbox(Consumer<String> handler, FrameSender source, Executor worker) {
        this.handler = handler;
        this.source = source;
        this.worker = worker;
    }

    void add(String frame) {
        synchronized (this) {
            if (waiting != null) { // somebody is at work
                waiting.add(frame);
                bytes += size(frame);
                if (!paused && (waiting.size() >= PAUSE_AT || bytes >= PAUSE_AT_BYTES)) {
                    paused = true;
                    source.suspendReading();
                }
                return;
            }
            waiting = new ArrayDeque<>(4);
            waiting.add(frame);
            bytes = size(frame);
        }
        try {
            worker.execute(this);
        } catch (RejectedExecutionException stopping) {
            clear(); // the server stops; the client resumes elsewhere
        }
    }

    /** Whether no frame waits and none is at work. Whoever adds frames, and then only they, may carry one out by themselves now. */
    synchronized boolean isIdle() {
        return waiting == null;
    }

    @Override
    public void run() {
        Thread thread = Thread.currentThread();
        ClassLoader previous = thread.getContextClassLoader();
        thread.setContextClassLoader(Inbox.class.getClassLoader()); // configuration and naming look here
        try {
            for (String frame = next(); frame != null; frame = next()) {
                handler.accept(frame);
            }
        } finally {
            thread.setContextClassLoader(previous);
        }
    }

    synchronized void clear() {
        waiting = null;
        bytes = 0;
    }

    private static long size(String frame) {
        return 2L * frame.length();
    }

    private synchronized @Nullable String next() {
        String frame = waiting == null ? null : waiting.poll();
        bytes -= frame == null ? bytes : size(frame);
        if (frame == null) {
            waiting = null;
        }
        if (paused && (waiting == null || (waiting.size() <= RESUME_AT && bytes <= RESUME_AT_BYTES))) {
            paused = false;
            source.resumeReading();
        }
        return frame;
    }
}
