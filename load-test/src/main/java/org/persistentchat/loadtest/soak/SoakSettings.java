package org.persistentchat.loadtest.soak;

import java.time.Duration;
import java.util.List;
import org.persistentchat.loadtest.client.ChatServer;
import org.persistentchat.loadtest.client.Credentials;

/**
 * Where the conversation takes place, and who takes part.
 *
 * @param servers people go to the next when theirs is gone
 * @param gathered whether everybody begins at the first server; otherwise they begin at all of them in turn
 * @param rate posts per second of all together, at fixed times
 * @param bodyCharacters length of a post
 * @param run part of the names of people and rooms
 * @param bcryptCost cost of the one password hash that all people share
 * @param patience how long a person looks for a server, and how long at the end everybody may take to have everything
 * @param seed of the choice who says something, and where
 */
public record SoakSettings(
        List<ChatServer> servers,
        boolean gathered,
        Credentials administrator,
        int people,
        int rooms,
        int roomsPerPerson,
        double rate,
        int bodyCharacters,
        String run,
        int bcryptCost,
        Duration patience,
        long seed) {

    public SoakSettings {
        servers = List.copyOf(servers);
        if (people < 1 || rooms < 1 || roomsPerPerson < 1 || roomsPerPerson > rooms || rate <= 0) {
            throw new IllegalArgumentException(
                    "At least one person, one room, one room per person (at most all rooms), and a rate are needed");
        }
    }
}
