package org.persistentchat.loadtest.load;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;

/**
 * Where and how long a load runs.
 *
 * @param sources local addresses to connect from, in turn; empty leaves the choice to the system
 * @param openPerSecond connections opened in a second at most
 * @param run part of the names of people and rooms
 * @param bcryptCost cost of the one password hash that all people share
 * @param loops event loops of the generator
 */
public record LoadSettings(
        List<ChatServer> servers,
        Credentials administrator,
        List<InetAddress> sources,
        int openPerSecond,
        Duration warmUp,
        Duration duration,
        String run,
        int bcryptCost,
        int loops) {

    public LoadSettings {
        servers = List.copyOf(servers);
        sources = List.copyOf(sources);
    }
}
