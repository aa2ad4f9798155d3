package org.persistentchat.loadtest.client;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pings twice in each heartbeat interval and cuts a link on which nothing was heard for two and a half of them. */
final class Heartbeat {
    private final WebSocketLink link;
    private final PendingCommands commands;
    private final Duration silence;
    private @Nullable ScheduledFuture<?> beat;
    private long lastHeard = System.nanoTime();

    private Heartbeat(WebSocketLink link, PendingCommands commands, Duration silence) {
        this.link = link;
        this.commands = commands;
        this.silence = silence;
    }

    static Heartbeat start(EventLoop loop, WebSocketLink link, PendingCommands commands, Duration interval) {
        Heartbeat heartbeat = new Heartbeat(link, commands, Session.silence(interval));
        long half = Math.max(1, interval.toMillis() / 2);
        heartbeat.beat = loop.scheduleAtFixedRate(heartbeat::beat, half, half, TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    void heard() {
        lastHeard = System.nanoTime();
    }

    void stop() {
        if (beat != null) {
            beat.cancel(false);
        }
    }

    private void beat() {
        if (System.nanoTime() - lastHeard > silence.toNanos()) {
            link.abort();
        } else {
            // The answer is heard like any other message; nobody waits for it in particular.
            var unused = commands.sendOn(link, Json.object().put("do", "ping"));
        }
    }
}
