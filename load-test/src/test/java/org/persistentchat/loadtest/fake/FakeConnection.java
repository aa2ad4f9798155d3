package org.persistentchat.loadtest.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** One client's WebSocket, as the server sees it. */
final class FakeConnection {
    private static final ProtocolSchemas SCHEMAS = new ProtocolSchemas();
    private static final int CHECKED = 20;

    final FakePerson person;
    private final Channel channel;
    private final FakeChat chat;
    private int sent;

    FakeConnection(FakePerson person, Channel channel, FakeChat chat) {
        this.person = person;
        this.channel = channel;
        this.chat = chat;
    }

    void send(String text) {
        // Long conversations repeat themselves; checking each of their messages would take most of the time.
        if (sent++ > CHECKED) {
            write(text);
            return;
        }
        for (String message : text.split("\n", -1)) {
            chat.protocolErrors().addAll(SCHEMAS.complaints("server-message.json", message));
        }
        write(text);
    }

    private void write(String text) {
        // Through the loop's queue, always: what the loop itself wrote would overtake what others gave it before.
        channel.eventLoop().execute(() -> {
            var unused = channel.writeAndFlush(new TextWebSocketFrame(text));
        });
    }

    void cut() {
        var unused = channel.close();
    }

    /** Pushes all events of one commit; several go into one frame, as a server that is behind does. */
    void push(FakeRoom room, JsonNode event) {
        StringBuilder frame = new StringBuilder();
        for (JsonNode delivered : chat.faults().delivered(person.account(), event)) {
            ObjectNode push =
                    FakeRoom.JSON.createObjectNode().put("push", "events").put("room", room.id);
            push.putArray("events").add(delivered);
            frame.append(frame.isEmpty() ? "" : "\n").append(push);
        }
        if (!frame.isEmpty()) {
            send(frame.toString());
        }
    }
}
