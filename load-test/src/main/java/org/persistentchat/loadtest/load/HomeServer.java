package org.persistentchat.loadtest.load;

import java.util.ArrayList;
import java.util.List;
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

    /** The order in which person {@code number} tries servers: their own, then the others by chance, so that not all who lose a server go to the same one. */
    public static <T> List<T> order(int number, List<T> servers) {
        SplittableRandom random = new SplittableRandom(number);
        List<T> left = new ArrayList<>(servers);
        List<T> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(random.nextInt(left.size())));
        }
        return order;
    }
}
