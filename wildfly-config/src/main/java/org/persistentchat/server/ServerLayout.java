package org.persistentchat.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts of a server lie. Several servers can share one {@code home}, which is only read; what a server writes is in the other three.
 *
 * @param home WildFly with our configurations, as assembled
 * @param base {@code configuration} and {@code deployments} of this server
 * @param data database files (embedded topology), message journal, transaction log: what must outlive the server
 * @param log {@code server.log} and {@code console.log}
 */
public record ServerLayout(Path home, Path base, Path data, Path log) {

    /** The name of the application's file in {@code deployments}. */
    public static final String APPLICATION = "persistent-chat.ear";

    /** The layout of an assembled server as it is, with its data kept elsewhere. */
    public static ServerLayout of(Path home, Path data) {
        return new ServerLayout(home, home.resolve("standalone"), data, data.resolve("log"));
    }

    /** A server in a folder of its own that shares only {@code home} with others. */
    public static ServerLayout separate(Path home, Path base) {
        return new ServerLayout(home, base, base.resolve("data"), base.resolve("log"));
    }

    /** The configuration files. */
    public Path configuration() {
        return base.resolve("configuration");
    }

    /** The folder whose archives are deployed at a start. */
    public Path deployments() {
        return base.resolve("deployments");
    }

    /** Whether the server has tried to deploy the application that lies there, and could not. */
    public boolean hasRefusedApplication() {
        return Files.exists(deployments().resolve(APPLICATION + ".failed"));
    }

    /** The server's log. */
    public Path serverLog() {
        return log.resolve("server.log");
    }
}
