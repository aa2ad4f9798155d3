package org.persistentchat.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.persistentchat.protocol.CheckedConversation;
import org.persistentchat.protocol.FrameSchemas;

/** A connection whose every frame is held against the schemas. Waits for what it is asked for and keeps the rest. */
public final class ChatClient implements WebSocket.Listener, AutoCloseable {
    private static final FrameSchemas SCHEMAS = FrameSchemas.ofWorkingCopy();
    private static final long PATIENCE_SECONDS = 20;

    private final CheckedConversation conversation = new CheckedConversation(SCHEMAS);
    private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
    private final List<JsonNode> kept = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();
    private final WebSocket socket;
    private JsonNode greeting = MissingNode.getInstance();
    private long lastId;

    private ChatClient(ChatServer server, String token) {
        String address = server.address().toString().replaceFirst("^http", "ws") + "/chat";
        socket = server.http()
                .newWebSocketBuilder()
                .subprotocols("persistentchat.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(address), this)
                .join();
    }

    /** Connects and waits for the greeting. */
    public static ChatClient connect(ChatServer server, String token) {
        ChatClient client = new ChatClient(server, token);
        client.greeting = client.push("hello");
        return client;
    }

    /** What the server said first. */
    public JsonNode greeting() {
        return greeting;
    }

    /** Sends a command, given without its id in single quotes, and waits for the reply. */
    public JsonNode ask(String command) {
        return reply(send(command));
    }

    /** Sends a command, given without its id in single quotes, and does not wait; its id. */
    public long send(String command) {
        long id = ++lastId;
        String frame = "{\"id\":" + id + "," + command.replace('\'', '"') + "}";
        conversation.sent(frame);
        sendText(frame);
        return id;
    }

    /** All that has come so far and nobody has waited for. */
    public List<JsonNode> waiting() {
        arrived.drainTo(kept);
        return List.copyOf(kept);
    }

    /** Enters a room, which must let the person in; the newest events are in the answer. */
    public JsonNode enter(String room) {
        JsonNode answer = ask("'do':'enter','room':'" + room + "'");
        if (!answer.has("ok")) {
            throw new AssertionError("Could not enter " + room + ": " + answer);
        }
        return answer.path("ok");
    }

    /** Posts and waits for the answer. */
    public JsonNode post(String room, String key, String body) {
        return ask("'do':'post','room':'" + room + "','key':'" + key + "','body':'" + body + "'");
    }

    /** Sends a frame that may be wrong. */
    void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    void sendBinary(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /** All that has come and was not asked for, up to the answer to a ping. */
    public List<JsonNode> heard() {
        JsonNode answered = ask("'do':'ping'");
        assert answered.has("ok");
        return List.copyOf(kept);
    }

    /** Waits for a push of this kind. */
    public JsonNode push(String kind) {
        return await(
                "the push " + kind, message -> message.path("push").asText().equals(kind));
    }

    /** Whether a push of this kind has come that nobody has asked for yet. */
    boolean heard(String kind) {
        arrived.drainTo(kept);
        return kept.stream().anyMatch(message -> message.path("push").asText().equals(kind));
    }

    /** Waits for the reply with this id. */
    public JsonNode reply(long id) {
        return await("the reply " + id, message -> message.path("id").asLong() == id);
    }

    /** Waits for the server to close the connection. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    private JsonNode await(String what, Predicate<JsonNode> wanted) {
        for (JsonNode message : kept) {
            if (wanted.test(message)) {
                kept.remove(message);
                return message;
            }
        }
        try {
            for (; ; ) {
                JsonNode message = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("Waited in vain for " + what + "; there came " + kept);
                }
                if (wanted.test(message)) {
                    return message;
                }
                kept.add(message);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
        begun.append(part);
        if (last) {
            String frame = begun.toString();
            begun.setLength(0);
            try {
                arrived.addAll(conversation.received(frame));
            } catch (AssertionError wrong) {
                closed.completeExceptionally(wrong);
                arrived.add(ChatServer.JSON.createObjectNode().put("wrong", wrong.getMessage()));
            }
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
