package org.persistentchat.server;

import java.nio.file.Path;

/**
 * A pool for trying out, in a folder of its own.
 *
 * @param home the assembled server, which is only read
 * @param folder everything that the pool writes
 * @param offset added to all ports of the pool
 * @param servers how many servers it has
 */
record DomainLayout(Path home, Path folder, int offset, int servers) {
    private static final int OFFSET_STEP = 100;
    private static final int DATABASE_PORT = 9092;

    /** WildFly's folder for configuration, content and servers of the domain. */
    Path base() {
        return folder.resolve("domain");
    }

    /** Where a script that was run, and what it said, is put. */
    Path work() {
        return folder.resolve("work");
    }

    /** Says which process is to be stopped. */
    Path processId() {
        return folder.resolve("pool.pid");
    }

    H2Server database() {
        return new H2Server(home, folder.resolve("database"), DATABASE_PORT + offset);
    }

    /** Name of a server, from 1 on. */
    static String server(int number) {
        return "chat-" + number;
    }

    /** Added to the ports of a server. */
    int offsetOf(int number) {
        return offset + OFFSET_STEP * (number - 1);
    }

    Path serverLog(int number) {
        return base().resolve("servers").resolve(server(number)).resolve("log/server.log");
    }

    ServerPorts ports(int number) {
        return new ServerPorts(offsetOf(number));
    }

    /** Where the domain controller is managed. */
    int managementPort() {
        return new ServerPorts(offset).management();
    }
}
