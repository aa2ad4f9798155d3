package org.persistentchat.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.persistentchat.protocol.CheckedConversation;
import org.persistentchat.protocol.FrameSchemas;

/** Somebody who talks in a room without a browser. Each call returns when the server has answered. */
final class Speaker implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CheckedConversation conversation = new CheckedConversation(FrameSchemas.ofWorkingCopy());
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final String room;
    private long lastId;

    Speaker(HttpClient http, URI chat, String token, String room) {
        this.room = room;
        socket = http.newWebSocketBuilder()
                .subprotocols("persistentchat.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(chat, new Frames())
                .join();
        request(Map.of("do", "enter", "room", room, "history", 0));
    }

    /** Says something and returns its sequence. */
    long say(String body) {
        return request(Map.of(
                        "do", "post", "room", room, "key", UUID.randomUUID().toString(), "body", body))
                .path("seq")
                .asLong();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    private JsonNode request(Map<String, Object> members) {
        long id = ++lastId;
        String frame = JSON.valueToTree(members).toString().replaceFirst("^\\{", "{\"id\":" + id + ",");
        conversation.sent(frame);
        socket.sendText(frame, true).join();
        try {
            while (true) {
                JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new TimeoutException("No answer to " + frame);
                }
                if (message.has("error")) {
                    throw new AssertionError(message);
                }
                if (message.path("id").asLong() == id) {
                    return message.path("ok");
                }
            }
        } catch (InterruptedException | TimeoutException silence) {
            throw new AssertionError(silence);
        }
    }

    /** Collects the frames of the connection. */
    private final class Frames implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                messages.addAll(conversation.received(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
