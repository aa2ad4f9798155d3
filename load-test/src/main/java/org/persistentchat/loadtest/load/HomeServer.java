package org.persistentchat.loadtest.load;

import java.util.SplittableRandom;

/**
 * Where a person's connection begins: at one of the servers by chance, the same in every run. In turn would not do: rooms are given out in turn too, so that
 * where their number and that of the servers have a divisor in common all members of a room would be on a few servers.
 */
public final class HomeServer {
    private HomeServer() {}

    /** The index of the server of person {@code number} among {@code servers}. */
    public static int index(int number, int servers) {
        return new SplittableRandom(number).nextInt(servers);
    }
}
