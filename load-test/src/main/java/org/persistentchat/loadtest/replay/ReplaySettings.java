package org.persistentchat.loadtest.replay;

import java.time.Duration;

/**
 * How a replay goes.
 *
 * @param run suffix of rooms and accounts, so that a replay can be repeated on one database
 * @param category where the rooms are made; created if missing
 * @param listeners people in each room who say nothing and record everything
 * @param connections speakers' connections kept open at once
 * @param bcryptCost cost of the one password hash that all people share
 * @param pace how many times faster than the log; 0 is as fast as acknowledged
 * @param patience how long to wait for listeners and the archive to be complete
 */
public record ReplaySettings(
        String run, String category, int listeners, int connections, int bcryptCost, double pace, Duration patience) {
    private static final int LISTENERS = 3;
    private static final int CONNECTIONS = 64;
    private static final int BCRYPT_COST = 4;

    /** Three listeners, 64 connections, as fast as acknowledged. */
    public static ReplaySettings of(String run) {
        return new ReplaySettings(run, "Replayed chat", LISTENERS, CONNECTIONS, BCRYPT_COST, 0, Duration.ofMinutes(2));
    }
}
