package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A person's connection to the chat that outlives its sockets: after a break it comes back, resumes all rooms and sends every command without an
 * answer again, posts with the same key. Each room's events arrive once and in order as long as the server keeps its promises; where it does not,
 * {@link RoomStream} counts it. Safe for use by many threads. Answers are completed on the event loop: who has work to do then goes elsewhere.
 */
public final class ChatConnection implements AutoCloseable {
    private final Session session;

    private ChatConnection(Session session) {
        this.session = session;
    }

    /** Begins to connect; commands given before the greeting wait for it. */
    public static ChatConnection open(ChatNetwork network, ConnectionSettings settings, ConnectionListener listener) {
        Session session = new Session(network.loop(), settings, listener);
        session.loop().execute(session::start);
        return new ChatConnection(session);
    }

    /** Completes with the first greeting; fails if the connection is refused for good. */
    public CompletableFuture<Greeting> ready() {
        return session.firstReady();
    }

    /** Comes into a room and reads its newest page of {@code history} events. The room's stream begins after the page. */
    public CompletableFuture<Entered> enter(String room, int history) {
        CompletableFuture<Entered> entered = new CompletableFuture<>();
        session.loop().execute(() -> {
            session.rooms().entering(room);
            var unused = session.commands()
                    .submit(command("enter", room).put("history", history))
                    .whenComplete((ok, failure) -> {
                        if (failure == null) {
                            entered.complete(entered(room, ok));
                        } else {
                            session.rooms().refused(room);
                            entered.completeExceptionally(failure);
                        }
                    });
        });
        return entered;
    }

    private Entered entered(String room, JsonNode ok) {
        long last = ok.path("last").asLong();
        Subscription behind = session.rooms().entered(room, last);
        if (behind != null) {
            session.recover(behind, last);
        }
        return new Entered(room, last, ok.path("marker").asLong(), ChatEvent.readAll(ok.path("events")));
    }

    /** Leaves a room; its pushes have ended when this completes. */
    public CompletableFuture<Void> leave(String room) {
        return session.commands()
                .submit(command("leave", room))
                .thenAccept(ok -> session.rooms().left(room));
    }

    /** Posts; completes after the commit, with the sequence. The same key again gives the same answer. */
    public CompletableFuture<Posted> post(String room, String key, String body) {
        return session.commands()
                .submit(command("post", room).put("key", key).put("body", body))
                .thenApply(
                        ok -> new Posted(ok.path("seq").asLong(), ok.path("at").asText()));
    }

    /** Reads a page of history. */
    public CompletableFuture<HistoryPage> history(String room, HistoryRange range) {
        ObjectNode command = command("history", room).put("limit", range.limit());
        String anchor = range.anchor();
        if (anchor != null) {
            command.put(anchor, range.seq());
        }
        return session.commands()
                .submit(command)
                .thenApply(ok -> new HistoryPage(
                        ChatEvent.readAll(ok.path("events")), ok.path("last").asLong()));
    }

    /** Moves the read marker; completes with the marker that now holds. */
    public CompletableFuture<Long> mark(String room, long seq) {
        return session.commands()
                .submit(command("mark", room).put("seq", seq))
                .thenApply(ok -> ok.path("seq").asLong());
    }

    /** Completes with the server's time as it sent it. */
    public CompletableFuture<String> ping() {
        return session.commands()
                .submit(Json.object().put("do", "ping"))
                .thenApply(ok -> ok.path("time").asText());
    }

    /** What was received of a room, since it was entered; empty if it never was. */
    public Optional<RoomStream> stream(String room) {
        return Optional.ofNullable(session.rooms().stream(room));
    }

    /** The streams of all rooms ever entered on this connection. */
    public List<RoomStream> streams() {
        return session.rooms().streams();
    }

    /** Cuts the socket without a close frame, as a failing network does. The connection comes back by itself. */
    public void cut() {
        session.loop().execute(session::cut);
    }

    /** Ends with close code 1000. Commands without an answer fail. */
    @Override
    public void close() {
        session.loop().execute(session::close);
    }

    private static ObjectNode command(String name, String room) {
        return Json.object().put("do", name).put("room", room);
    }
}
