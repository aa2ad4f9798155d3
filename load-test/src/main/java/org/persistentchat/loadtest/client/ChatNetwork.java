package org.persistentchat.loadtest.client;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoop;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The event loops that all connections of a program share. Closing it ends every connection on it. */
public final class ChatNetwork implements AutoCloseable {
    private static final long QUIET_MILLIS = 0;
    private static final long TIMEOUT_MILLIS = 5_000;

    private final EventLoopGroup loops;

    /** Starts {@code threads} event loops. */
    public ChatNetwork(int threads) {
        DefaultThreadFactory factory = new DefaultThreadFactory("chat-client", true);
        loops = Epoll.isAvailable()
                ? new EpollEventLoopGroup(threads, factory)
                : new NioEventLoopGroup(threads, factory);
    }

    /** A loop for one connection; all that happens on the connection happens on it. */
    public EventLoop loop() {
        return loops.next();
    }

    /** The kind of socket that goes with a loop. */
    static Class<? extends SocketChannel> socketOf(EventLoop loop) {
        return loop instanceof EpollEventLoop ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(QUIET_MILLIS, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(TIMEOUT_MILLIS);
    }
}
