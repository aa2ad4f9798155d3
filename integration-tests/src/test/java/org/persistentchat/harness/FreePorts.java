package org.persistentchat.harness;

import java.util.Random;
import java.util.stream.IntStream;
import org.persistentchat.server.ServerPorts;

/** Ports for servers under test, below those that the system hands out by itself. */
final class FreePorts {

    private static final int FIRST = Integer.getInteger("persistentchat.test.port-offset", 10_000);
    private static final int STEP = 10;
    private static final int COUNT = 900;
    private static final int RESERVED_AT_ONCE = 20;

    private static int next = new Random().nextInt(COUNT / RESERVED_AT_ONCE) * RESERVED_AT_ONCE;

    private FreePorts() {}

    /** Ports that nobody listens on. Begins at random, so that builds running side by side seldom look at the same ones; never gives the same twice. */
    static synchronized ServerPorts next() {
        ServerPorts free = IntStream.range(next, next + COUNT)
                .mapToObj(number -> new ServerPorts(FIRST + STEP * (number % COUNT)))
                .filter(ports -> ports.occupied().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No free ports for a server from offset " + FIRST + " on"));
        next = (free.offset() - FIRST) / STEP + 1;
        return free;
    }
}
