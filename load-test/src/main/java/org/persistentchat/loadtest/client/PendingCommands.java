package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commands without an answer, in the order given. Each is kept until its answer comes, sent again after a break, and sent again when the server
 * asks for it ({@code retry}): all commands of the protocol may be repeated, a post because of its key. Belongs to one event loop.
 */
final class PendingCommands {
    private static final int RETRIES = 60;

    private final EventLoop loop;
    private final Backoff backoff;
    private final Map<Long, Command> pending = new LinkedHashMap<>();
    private final Map<Long, Integer> attempts = new LinkedHashMap<>();
    private long nextId = 1;
    private @Nullable WebSocketLink ready;
    private @Nullable RuntimeException ended;

    PendingCommands(EventLoop loop, Backoff backoff) {
        this.loop = loop;
        this.backoff = backoff;
    }

    /** Sends now or, while the connection is broken, as soon as it is back. Safe from any thread. */
    CompletableFuture<JsonNode> submit(ObjectNode command) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        if (loop.inEventLoop()) {
            begin(command, answer);
        } else {
            loop.execute(() -> begin(command, answer));
        }
        return answer;
    }

    private void begin(ObjectNode json, CompletableFuture<JsonNode> answer) {
        if (ended != null) {
            answer.completeExceptionally(ended);
            return;
        }
        Command command = register(json, true, answer);
        if (ready != null) {
            ready.send(command.text());
        }
    }

    /** Sends on exactly this link, ready or not; fails if the link breaks first. */
    CompletableFuture<JsonNode> sendOn(WebSocketLink link, ObjectNode json) {
        Command command = register(json, false, new CompletableFuture<>());
        link.send(command.text());
        return command.answer();
    }

    private Command register(ObjectNode json, boolean lasting, CompletableFuture<JsonNode> answer) {
        long id = nextId++;
        Command command = new Command(id, json.put("id", id).toString(), lasting, answer);
        pending.put(id, command);
        return command;
    }

    /** The link takes commands: all that wait are sent, in their order. */
    void ready(WebSocketLink link) {
        ready = link;
        for (Command command : pending.values()) {
            if (command.lasting()) {
                link.send(command.text());
            }
        }
    }

    void answered(JsonNode reply) {
        Command command = pending.get(reply.path("id").asLong());
        if (command == null) {
            return;
        }
        JsonNode failure = reply.get("error");
        if (failure == null) {
            forget(command);
            command.answer().complete(reply.path("ok"));
            return;
        }
        ChatError error = ChatError.read(failure);
        int attempt = attempts.getOrDefault(command.id(), 0);
        if (error.retry() && command.lasting() && attempt < RETRIES) {
            attempts.put(command.id(), attempt + 1);
            var unused = loop.schedule(() -> again(command), backoff.pauseMillis(attempt), TimeUnit.MILLISECONDS);
        } else {
            forget(command);
            command.answer().completeExceptionally(new ChatErrorException(error));
        }
    }

    private void again(Command command) {
        if (ready != null && pending.containsKey(command.id())) {
            ready.send(command.text());
        }
    }

    private void forget(Command command) {
        pending.remove(command.id());
        attempts.remove(command.id());
    }

    /** The link is gone: what was bound to it fails, the rest waits. */
    void broken(LinkClosed reason) {
        ready = null;
        List<Command> bound =
                pending.values().stream().filter(command -> !command.lasting()).toList();
        bound.forEach(this::forget);
        bound.forEach(
                command -> command.answer().completeExceptionally(new ConnectionLostException(reason.toString())));
    }

    /** Nothing will be answered any more. */
    void end(RuntimeException reason) {
        ended = reason;
        ready = null;
        List<Command> all = new ArrayList<>(pending.values());
        pending.clear();
        attempts.clear();
        all.forEach(command -> command.answer().completeExceptionally(reason));
    }
}
