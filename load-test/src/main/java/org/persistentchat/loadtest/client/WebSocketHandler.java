package org.persistentchat.loadtest.client;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The end of a link's pipeline: makes the handshake, then hands messages to the receiver and reports the end once. */
final class WebSocketHandler extends SimpleChannelInboundHandler<Object> {
    private static final String SUBPROTOCOL = "persistentchat.v1";
    private static final int MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
    private static final long HANDSHAKE_TIMEOUT_SECONDS = 20;

    private final LinkTarget target;
    private final LinkReceiver receiver;
    private @Nullable WebSocketClientHandshaker handshaker;
    private @Nullable LinkClosed reason;
    private boolean open;
    private boolean ended;

    WebSocketHandler(LinkTarget target, LinkReceiver receiver) {
        this.target = target;
        this.receiver = receiver;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + target.token());
        WebSocketClientHandshaker begun = WebSocketClientHandshakerFactory.newHandshaker(
                target.server().chat(), WebSocketVersion.V13, SUBPROTOCOL, false, headers, MAX_MESSAGE_BYTES);
        handshaker = begun;
        begun.handshake(context.channel()).addListener(written -> {
            if (!written.isSuccess()) {
                failed(written.cause());
            }
        });
        var unused =
                context.executor().schedule(() -> handshakeDue(context), HANDSHAKE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void handshakeDue(ChannelHandlerContext context) {
        if (!open && !ended) {
            end(context, LinkClosed.broken("no answer to the handshake"));
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        if (message instanceof TextWebSocketFrame text) {
            receiver.text(text.content());
        } else if (message instanceof FullHttpResponse response) {
            answered(context, response);
        } else if (message instanceof CloseWebSocketFrame close) {
            int code = close.statusCode() < 0 ? 1005 : close.statusCode();
            reason = new LinkClosed(code, 0, close.reasonText());
            context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        } else if (message instanceof PingWebSocketFrame ping) {
            var unused =
                    context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), context.voidPromise());
        }
    }

    private void answered(ChannelHandlerContext context, FullHttpResponse response) {
        WebSocketClientHandshaker begun = handshaker;
        if (begun == null || response.status().code() != HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
            String body = response.content().toString(StandardCharsets.UTF_8);
            end(context, new LinkClosed(LinkClosed.ABNORMAL, response.status().code(), response.status() + " " + body));
            return;
        }
        begun.finishHandshake(context.channel(), response);
        context.pipeline().addBefore(context.name(), "whole-messages", new WebSocketFrameAggregator(MAX_MESSAGE_BYTES));
        handshaker = null;
        open = true;
        receiver.opened(new WebSocketLink(context.channel()));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context, LinkClosed.broken("connection closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(context, LinkClosed.broken(cause.toString()));
    }

    void failed(Throwable cause) {
        if (!ended) {
            ended = true;
            receiver.closed(LinkClosed.broken(cause.toString()));
        }
    }

    private void end(ChannelHandlerContext context, LinkClosed because) {
        if (!ended) {
            ended = true;
            var unused = context.close();
            LinkClosed known = reason;
            receiver.closed(known == null ? because : known);
        }
    }
}
