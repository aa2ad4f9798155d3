package org.persistentchat.loadtest.client;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The event loops that all connections of a program share. Closing it ends every connection on it. */
public final class ChatNetwork implements AutoCloseable {
    private static final long QUIET_MILLIS = 0;
    private static final long TIMEOUT_MILLIS = 5_000;

    private final EventLoopGroup loops;

    /** Starts {@code threads} event loops. */
    public ChatNetwork(int threads) {
        loops = new NioEventLoopGroup(threads, new DefaultThreadFactory("chat-client", true));
    }

    /** A loop for one connection; all that happens on the connection happens on it. */
    public EventLoop loop() {
        return loops.next();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(QUIET_MILLIS, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(TIMEOUT_MILLIS);
    }
}
