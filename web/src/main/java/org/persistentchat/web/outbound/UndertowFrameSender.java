package org.persistentchat.web.outbound;

import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;

/**
 * Sends by the channel under Undertow's session, which unlike the session takes bytes: a message is encoded once and not once per connection. What
 * is sent from the channel's own thread is written at once.
 */
public final class UndertowFrameSender implements FrameSender {
    private static final WebSocketCallback<Completion> CALLBACK = new Callback();

    private final WebSocketChannel channel;

    private UndertowFrameSender(WebSocketChannel channel) {
        this.channel = channel;
    }

    /** The sender of a session of this server. */
    public static FrameSender of(Session session) {
        return new UndertowFrameSender(((UndertowSession) session).getWebSocketChannel());
    }

    @Override
    public Executor ioThread() {
        return channel.getIoThread();
    }

    /** The threads of the server that may block; for what must not run in {@link #ioThread()}. */
    public static Executor worker(Session session) {
        return ((UndertowSession) session).getWebSocketChannel().getWorker();
    }

    @Override
    public void sendText(ByteBuffer text, Completion completion) {
        WebSockets.sendText(text, channel, CALLBACK, completion);
    }

    @Override
    public void close(CloseCode code) {
        WebSockets.sendClose(new CloseMessage(code.number(), code.name()), channel, null);
    }

    @Override
    public void abort() {
        try {
            channel.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    @Override
    public void suspendReading() {
        channel.suspendReceives();
    }

    @Override
    public void resumeReading() {
        channel.resumeReceives();
    }

    /** One for all connections: which frame it was is in the context. */
    private static final class Callback implements WebSocketCallback<Completion> {
        @Override
        public void complete(WebSocketChannel channel, Completion completion) {
            completion.sent();
        }

        @Override
        public void onError(WebSocketChannel channel, Completion completion, Throwable failure) {
            completion.failed();
        }
    }
}
