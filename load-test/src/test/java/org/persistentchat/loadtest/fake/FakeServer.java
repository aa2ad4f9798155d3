package org.persistentchat.loadtest.fake;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.persistentchat.loadtest.client.ChatServer;

/** A running fake server. Closing it is a crash: sockets end without a goodbye, the {@link FakeChat} stays for the next one. */
public final class FakeServer implements AutoCloseable {
    private static final int MAX_REQUEST = 1 << 22;

    private final EventLoopGroup loops = new NioEventLoopGroup(1);
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listening;

    private FakeServer(FakeChat chat, int port, int heartbeatSeconds) {
        listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channels.add(channel);
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(MAX_REQUEST),
                                        new FakeHandler(chat, heartbeatSeconds));
                    }
                })
                .bind("127.0.0.1", port)
                .syncUninterruptibly()
                .channel();
    }

    /** Starts on any free port. */
    public static FakeServer start(FakeChat chat) {
        return new FakeServer(chat, 0, 30);
    }

    /** Starts on a port again that an earlier one had. */
    public static FakeServer start(FakeChat chat, int port) {
        return new FakeServer(chat, port, 30);
    }

    /** Starts on any free port with a heartbeat of that many seconds. */
    public static FakeServer startWithHeartbeat(FakeChat chat, int heartbeatSeconds) {
        return new FakeServer(chat, 0, heartbeatSeconds);
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    public ChatServer address() {
        return ChatServer.of("http://127.0.0.1:" + port());
    }

    /** Cuts all connections; the server itself goes on. */
    public void cutAll() {
        channels.close().awaitUninterruptibly();
    }

    @Override
    public void close() {
        if (loops.isShutdown()) {
            return;
        }
        listening.close().syncUninterruptibly();
        channels.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
