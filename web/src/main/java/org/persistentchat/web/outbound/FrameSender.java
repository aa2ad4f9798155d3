package org.persistentchat.web.outbound;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/** One socket. Every method may be called from any thread and none waits for the peer. */
public interface FrameSender {
    /** The thread that does the socket's work. The same executor for all sockets of a thread; sending from it costs least. */
    Executor ioThread();

    /**
     * Sends a text frame; {@code text} is read until the completion is called. The completion may be called within this call or later, from
     * any thread, once.
     */
    void sendText(ByteBuffer text, Completion completion);

    /** Sends a close frame after the frame that is on its way. The peer is expected to answer it. */
    void close(CloseCode code);

    /** Ends the TCP connection, whatever is on its way. */
    void abort();

    /** Stops reading from the peer until {@link #resumeReading()}. */
    void suspendReading();

    void resumeReading();

    /** What became of a frame. */
    interface Completion {
        /** The frame is with the operating system: the next may follow. */
        void sent();

        /** The socket is broken: there will be no next. */
        void failed();
    }
}
