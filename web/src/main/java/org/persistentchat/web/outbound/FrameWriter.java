package org.persistentchat.web.outbound;

import org.jspecify.annotations.Nullable;

/**
 * The one writer of a connection. Messages leave in the order in which they were offered; while a frame is on its way, what is offered waits and leaves
 * together in the next. No lock is held while the socket is called, so a completion may come from within the call or from any thread.
 */
public final class FrameWriter implements FrameSender.Completion {
    private final FrameSender sender;
    private final SendRound round;
    private final Traffic traffic;

    // Guarded by this
    private final OutboundQueue queue;
    private State state = State.IDLE;
    private boolean ended;
    private @Nullable CloseCode last;

    /** @param rounds shared by all connections of the server */
    public FrameWriter(FrameSender sender, SendRounds rounds, Traffic traffic, int maxMessages, int maxBytes) {
        this.sender = sender;
        this.round = rounds.of(sender.ioThread());
        this.traffic = traffic;
        this.queue = new OutboundQueue(maxMessages, maxBytes);
    }

    /** Puts a message at the end of the queue. False, once, if the client is too far behind: nothing waits any more, and what comes is ignored. */
    public synchronized boolean offer(byte[] message) {
        if (ended || last != null || queue.offer(message)) {
            return true;
        }
        end();
        return false;
    }

    /**
     * As {@link #offer}, for what the client can do without: false, and nothing else, if a part of the queue that is kept for other
     * messages would be needed.
     */
    public synchronized boolean offerSoft(byte[] message) {
        return ended || last != null || (!queue.isBehind() && queue.offer(message));
    }

    /** Has what waits sent soon, from the socket's own thread. */
    public void flush() {
        synchronized (this) {
            if (state != State.IDLE || queue.isEmpty()) {
                return; // on its way already
            }
            state = State.DUE;
        }
        round.add(this);
    }

    /** Sends what waits, then a close frame; ignores what comes. Once at most. */
    public void finish(CloseCode code) {
        synchronized (this) {
            if (ended || last != null) {
                return;
            }
            last = code;
        }
        flush();
        closeIfLast();
    }

    /** Forgets what waits and ignores what comes. A frame on its way is not affected. */
    public synchronized void end() {
        ended = true;
        queue.clear();
    }

    /** Called by the round on the socket's thread. */
    void sendDue() {
        OutboundQueue.Frame frame;
        synchronized (this) {
            if (state != State.DUE) {
                return;
            }
            frame = next();
        }
        send(frame);
    }

    @Override
    public void sent() {
        OutboundQueue.Frame frame;
        synchronized (this) {
            if (state == State.CALLING) {
                state = State.COMPLETED; // the caller of the socket goes on
                return;
            }
            if (state != State.SENDING) {
                return; // told twice
            }
            frame = next();
        }
        send(frame);
    }

    @Override
    public void failed() {
        end();
    }

    /** Sends frames until none waits or one completes later. A loop rather than recursion: completions may come at once, many times over. */
    private void send(OutboundQueue.@Nullable Frame first) {
        OutboundQueue.Frame frame = first;
        while (frame != null) {
            traffic.sent(frame.messages());
            try {
                sender.sendText(frame.text(), this);
            } catch (RuntimeException broken) {
                end();
                sender.abort();
                throw broken;
            }
            synchronized (this) {
                if (state == State.CALLING) {
                    state = State.SENDING;
                    return;
                }
                frame = next();
            }
        }
        closeIfLast();
    }

    /** Sends the close frame when nothing waits before it. */
    private void closeIfLast() {
        CloseCode code;
        synchronized (this) {
            code = last;
            if (code == null || ended || state != State.IDLE || !queue.isEmpty()) {
                return;
            }
            end();
        }
        sender.close(code);
    }

    private OutboundQueue.@Nullable Frame next() {
        OutboundQueue.Frame frame = ended ? null : queue.take();
        state = frame == null ? State.IDLE : State.CALLING;
        return frame;
    }

    private enum State {
        /** No frame is on its way. */
        IDLE,
        /** The socket's thread was asked to send. */
        DUE,
        /** The socket is being called. */
        CALLING,
        /** The frame was completed while the socket was being called. */
        COMPLETED,
        /** The frame completes later. */
        SENDING
    }
}
