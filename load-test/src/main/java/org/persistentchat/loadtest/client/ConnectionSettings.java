package org.persistentchat.loadtest.client;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is made and kept.
 *
 * @param servers tried in turn, beginning with the first
 * @param source local address to connect from; null leaves the choice to the system
 * @param giveUpAfter how long a broken connection is tried again before its commands fail
 * @param keepEvents whether room streams keep the events themselves or only check and count them
 */
public record ConnectionSettings(
        List<ChatServer> servers,
        String token,
        @Nullable InetAddress source,
        Backoff backoff,
        Duration giveUpAfter,
        boolean keepEvents) {
    private static final Duration GIVE_UP_AFTER = Duration.ofMinutes(3);

    public ConnectionSettings {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("At least one server is needed");
        }
    }

    /** The usual settings: keeps events, returns for three minutes. */
    public static ConnectionSettings of(List<ChatServer> servers, String token) {
        return new ConnectionSettings(servers, token, null, Backoff.DEFAULT, GIVE_UP_AFTER, true);
    }

    /** The same, beginning with another server, so that a crowd that counts itself is spread over all of them. */
    public ConnectionSettings beginningAt(int number) {
        List<ChatServer> turned = new ArrayList<>(servers);
        Collections.rotate(turned, -Math.floorMod(number, servers.size()));
        return new ConnectionSettings(turned, token, source, backoff, giveUpAfter, keepEvents);
    }

    /** The same, but room streams only check and count. */
    public ConnectionSettings countingOnly() {
        return new ConnectionSettings(servers, token, source, backoff, giveUpAfter, false);
    }

    /** The same with other pauses between attempts. */
    public ConnectionSettings with(Backoff other) {
        return new ConnectionSettings(servers, token, source, other, giveUpAfter, keepEvents);
    }

    /** The same with another patience. */
    public ConnectionSettings givingUpAfter(Duration patience) {
        return new ConnectionSettings(servers, token, source, backoff, patience, keepEvents);
    }
}
