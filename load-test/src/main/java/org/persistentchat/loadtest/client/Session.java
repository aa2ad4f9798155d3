package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The life of a connection over its links: connect, be greeted, resume all rooms, take commands; after a break wait a random moment and begin
 * again at the next server. Belongs to one event loop.
 */
final class Session {
    private final EventLoop loop;
    private final ConnectionSettings settings;
    private final ConnectionListener listener;
    private final PendingCommands commands;
    private final Subscriptions rooms;
    private final Recovery recovery;
    private final CompletableFuture<Greeting> firstReady = new CompletableFuture<>();
    private @Nullable Attempt current;
    private int failures;
    private int nextServer;
    private long brokenSince;
    private boolean closed;

    Session(EventLoop loop, ConnectionSettings settings, ConnectionListener listener) {
        this.loop = loop;
        this.settings = settings;
        this.listener = listener;
        this.commands = new PendingCommands(loop, settings.backoff());
        this.rooms = new Subscriptions(settings.keepEvents(), listener);
        this.recovery = new Recovery(commands);
    }

    EventLoop loop() {
        return loop;
    }

    PendingCommands commands() {
        return commands;
    }

    Subscriptions rooms() {
        return rooms;
    }

    CompletableFuture<Greeting> firstReady() {
        return firstReady;
    }

    void start() {
        brokenSince = System.nanoTime();
        connect();
    }

    private void connect() {
        if (closed) {
            return;
        }
        ChatServer server =
                settings.servers().get(nextServer++ % settings.servers().size());
        Attempt attempt = new Attempt();
        current = attempt;
        attempt.connecting =
                WebSocketLink.connect(loop, new LinkTarget(server, settings.token(), settings.source()), attempt);
    }

    /** Reads all rooms after a reset; also used when a room is entered again. */
    void recover(Subscription subscription, long upTo) {
        Attempt attempt = current;
        if (attempt != null && attempt.link != null) {
            recovery.read(attempt.link, subscription, upTo);
        }
    }

    /** Ends for good with close code 1000; commands without an answer fail. */
    void close() {
        end(new ConnectionLostException("closed by this client"));
        Attempt attempt = current;
        if (attempt != null && attempt.link != null) {
            attempt.link.close(LinkClosed.NORMAL);
        } else if (attempt != null) {
            WebSocketLink.abandon(attempt.connecting);
        }
    }

    /** Cuts the link as if the network had failed; the session comes back by itself. */
    void cut() {
        Attempt attempt = current;
        if (attempt != null && attempt.link != null) {
            attempt.link.abort();
        }
    }

    private void end(RuntimeException reason) {
        closed = true;
        commands.end(reason);
        firstReady.completeExceptionally(reason);
    }

    private void broken(LinkClosed reason) {
        boolean patient =
                System.nanoTime() - brokenSince < settings.giveUpAfter().toNanos();
        boolean returns = !closed && reason.mayReturn() && patient;
        commands.broken(reason);
        rooms.broken();
        listener.broken(reason, returns);
        if (returns) {
            var unused =
                    loop.schedule(this::connect, settings.backoff().pauseMillis(failures++), TimeUnit.MILLISECONDS);
        } else if (!closed) {
            end(new ConnectionLostException(reason.toString()));
        }
    }

    /** One link, from the attempt to connect to its end. */
    private final class Attempt implements LinkReceiver {
        private @Nullable ChannelFuture connecting;
        private @Nullable WebSocketLink link;
        private @Nullable Heartbeat heartbeat;

        @Override
        public void opened(WebSocketLink opened) {
            link = opened;
            if (closed) {
                opened.close(LinkClosed.NORMAL);
            }
        }

        @Override
        public void text(ByteBuf message) {
            if (heartbeat != null) {
                heartbeat.heard();
            }
            String text = message.toString(StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                if (!line.isEmpty()) {
                    take(Json.parse(line));
                }
            }
        }

        private void take(JsonNode json) {
            if (!json.has("push")) {
                commands.answered(json);
                return;
            }
            switch (json.path("push").asText()) {
                case "hello" -> greeted(Greeting.read(json));
                case "events" -> rooms.pushed(json.path("room").asText(), ChatEvent.readAll(json.path("events")));
                case "left" -> rooms.leftBecause(json.path("room").asText(), ChatError.read(json.path("error")));
                default -> {
                    // Markers and pushes of later versions do not concern a program that reads everything.
                }
            }
        }

        private void greeted(Greeting greeting) {
            WebSocketLink opened = link;
            if (opened == null || closed) {
                return;
            }
            heartbeat = Heartbeat.start(loop, opened, commands, greeting.heartbeat());
            recovery.pageSize(greeting.historyPage());
            resume(opened, greeting, rooms.resumeCommands(greeting.resumeRooms()), 0);
        }

        private void resume(WebSocketLink opened, Greeting greeting, List<ObjectNode> resumes, int done) {
            if (done == resumes.size()) {
                failures = 0;
                commands.ready(opened);
                listener.ready(greeting);
                firstReady.complete(greeting);
                return;
            }
            var unused = commands.sendOn(opened, resumes.get(done)).whenComplete((ok, failure) -> {
                if (failure != null || anyMayBeTriedAgain(ok.path("rooms"))) {
                    opened.abort();
                    return;
                }
                for (JsonNode answer : ok.path("rooms")) {
                    Subscription incomplete = rooms.resumed(answer);
                    if (incomplete != null) {
                        recovery.read(opened, incomplete, answer.path("last").asLong());
                    }
                }
                resume(opened, greeting, resumes, done + 1);
            });
        }

        /** Then everything is tried again, after the pause of a break: a server that cannot give one room now can hardly give others. */
        private static boolean anyMayBeTriedAgain(JsonNode rooms) {
            return StreamSupport.stream(rooms.spliterator(), false)
                    .anyMatch(answer -> answer.path("error").path("retry").asBoolean());
        }

        @Override
        public void closed(LinkClosed reason) {
            if (heartbeat != null) {
                heartbeat.stop();
                // A link that was greeted worked: patience begins anew.
                brokenSince = System.nanoTime();
            }
            link = null;
            broken(reason);
        }
    }

    /** How long until a silent server is given up, as a multiple of the heartbeat. */
    static Duration silence(Duration heartbeat) {
        return heartbeat.multipliedBy(5).dividedBy(2);
    }
}
