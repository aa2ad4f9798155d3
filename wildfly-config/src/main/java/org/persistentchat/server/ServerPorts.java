package org.persistentchat.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/**
 * The ports of one server: WildFly's, all moved by one offset.
 *
 * @param offset added to every port
 */
public record ServerPorts(int offset) {

    private static final int HTTP = 8080;
    private static final int MANAGEMENT = 9990;
    private static final int CLUSTER = 8011;
    private static final int[] ALL = {HTTP, MANAGEMENT, CLUSTER, 4712, 4713};

    /** Clients: the page, REST, WebSocket. */
    public int http() {
        return HTTP + offset;
    }

    /** Administrators: CLI, health, metrics. */
    public int management() {
        return MANAGEMENT + offset;
    }

    /** Other servers of the pool. */
    public int cluster() {
        return CLUSTER + offset;
    }

    /** The first port that another program listens on, if any. */
    public Optional<Integer> occupied() {
        for (int port : ALL) {
            if (isOccupied(port + offset)) {
                return Optional.of(port + offset);
            }
        }
        return Optional.empty();
    }

    private static boolean isOccupied(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
