package org.persistentchat.loadtest.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** One WebSocket to one server, from handshake to close; it never comes back by itself. All calls belong on its event loop. */
public final class WebSocketLink {
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final int REFUSAL_BYTES = 64 * 1024;

    private final Channel channel;

    WebSocketLink(Channel channel) {
        this.channel = channel;
    }

    /** Begins to connect; the receiver hears of success or failure. Returns what {@link #abandon} needs while there is no link yet. */
    public static ChannelFuture connect(EventLoop loop, LinkTarget target, LinkReceiver receiver) {
        WebSocketHandler handler = new WebSocketHandler(target, receiver);
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(ChatNetwork.socketOf(loop))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(REFUSAL_BYTES), handler);
                    }
                });
        InetAddress source = target.source();
        InetSocketAddress remote =
                new InetSocketAddress(target.server().host(), target.server().port());
        ChannelFuture connecting = source == null
                ? bootstrap.connect(remote)
                : bootstrap.connect(remote, new InetSocketAddress(source, 0));
        return connecting.addListener((ChannelFuture connected) -> {
            if (!connected.isSuccess()) {
                // A socket that could not even be made fails on another thread.
                loop.execute(() -> handler.failed(connected.cause()));
            }
        });
    }

    /** Cuts a connection attempt or a link without ceremony. */
    static void abandon(@Nullable ChannelFuture connecting) {
        if (connecting != null) {
            var unused = connecting.channel().close();
        }
    }

    /** Sends one text message. */
    public void send(String text) {
        ByteBuf bytes = channel.alloc().buffer(ByteBufUtil.utf8Bytes(text));
        ByteBufUtil.writeUtf8(bytes, text);
        send(bytes);
    }

    /** Sends one text message that is UTF-8 already; takes the buffer over. */
    public void send(ByteBuf utf8) {
        var unused = channel.writeAndFlush(new TextWebSocketFrame(utf8), channel.voidPromise());
    }

    /** Whether the socket takes more at the moment. */
    public boolean isWritable() {
        return channel.isWritable();
    }

    /** Stops or goes on reading from the socket: a client that reads slowly, on purpose. */
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Says goodbye with a close code and ends the link when that is written. */
    public void close(int code) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, "")).addListener(ChannelFutureListener.CLOSE);
    }

    /** Cuts the connection without a close frame. */
    public void abort() {
        var unused = channel.close();
    }
}
