package org.persistentchat.loadtest.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client's socket: REST calls first, perhaps a WebSocket later. */
final class FakeHandler extends SimpleChannelInboundHandler<Object> {
    private static final String BEARER = "Bearer ";

    private final FakeChat chat;
    private final int heartbeatSeconds;
    private @Nullable FakeConnection connection;
    private @Nullable FakeCommands commands;

    FakeHandler(FakeChat chat, int heartbeatSeconds) {
        this.chat = chat;
        this.heartbeatSeconds = heartbeatSeconds;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        if (message instanceof FullHttpRequest request) {
            http(context, request);
        } else if (message instanceof TextWebSocketFrame text && commands != null) {
            commands.take(text.text());
        } else if (message instanceof CloseWebSocketFrame close) {
            context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void http(ChannelHandlerContext context, FullHttpRequest request) {
        String path = request.uri().split("\\?", 2)[0];
        FakePerson person = person(request);
        if (path.equals("/chat")) {
            int refusal = person == null ? 401 : chat.faults().refusal();
            if (person == null || refusal != 0) {
                respond(context, request, new FakeRest.Answer(refusal, FakeRoom.JSON.createObjectNode()));
            } else {
                upgrade(context, request, person);
            }
            return;
        }
        String account = person == null ? null : person.account();
        respond(context, request, new FakeRest(chat).answer(request.method() + " " + path, account, body(request)));
    }

    private @Nullable FakePerson person(FullHttpRequest request) {
        String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        synchronized (chat) {
            String account =
                    authorization.startsWith(BEARER) ? chat.tokens.get(authorization.substring(BEARER.length())) : null;
            return account == null ? null : chat.people.get(account);
        }
    }

    private static JsonNode body(FullHttpRequest request) {
        try {
            return FakeRoom.JSON.readTree(request.content().toString(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static void respond(ChannelHandlerContext context, FullHttpRequest request, FakeRest.Answer answer) {
        ByteBuf body = Unpooled.copiedBuffer(answer.body().toString(), StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), body);
        response.headers()
                .set(
                        HttpHeaderNames.CONTENT_TYPE,
                        answer.status() < 400 ? "application/json" : "application/problem+json");
        HttpUtil.setContentLength(response, body.readableBytes());
        HttpUtil.setKeepAlive(response, HttpUtil.isKeepAlive(request));
        var unused = context.writeAndFlush(response);
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request, FakePerson person) {
        WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://" + request.headers().get(HttpHeaderNames.HOST) + "/chat", "persistentchat.v1", false)
                .newHandshaker(request);
        FakeConnection opened = new FakeConnection(person, context.channel(), chat);
        connection = opened;
        commands = new FakeCommands(chat, opened);
        handshaker.handshake(context.channel(), request).addListener(done -> opened.send(hello(person)));
    }

    private String hello(FakePerson person) {
        ObjectNode hello = FakeRoom.JSON
                .createObjectNode()
                .put("push", "hello")
                .put("protocol", "persistentchat.v1")
                .put("server", "fake")
                .put("time", "2026-11-24T08:30:00.123Z")
                .put("heartbeatSeconds", heartbeatSeconds)
                .put("invitations", 0);
        hello.putObject("person").put("account", person.account()).put("name", person.name());
        hello.putObject("limits")
                .put("bodyCharacters", 8_000)
                .put("historyPage", 5)
                .put("resumeRooms", 2)
                .put("resumeEvents", 500)
                .put("storyCharacters", 64_000)
                .put("titleCharacters", 256)
                .put("frameBytes", 400_000)
                .put("enteredRooms", 500)
                .put("shownRooms", 10)
                .put("participantUpdates", 75)
                .put("keyCharacters", 64);
        return hello.toString();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        FakeConnection gone = connection;
        FakeCommands last = commands;
        if (gone != null && last != null) {
            synchronized (chat) {
                chat.rooms.values().forEach(last::leave);
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        var unused = context.close();
    }
}
