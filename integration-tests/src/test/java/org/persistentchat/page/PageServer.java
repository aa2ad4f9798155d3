package org.persistentchat.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.server.ServerCommand;
import org.persistentchat.server.ServerLayout;
import org.persistentchat.server.ServerPorts;
import org.persistentchat.server.ServerProcess;

/**
 * The assembled server with an empty database, in a folder of its own. One for all tests of the page, started by the first of them, stopped when their JVM ends: a
 * start costs more than the tests.
 */
final class PageServer {

    /** The administrator among the accounts for trying it out. */
    static final String ADMINISTRATOR = "admin";

    static final String PASSWORD = "admin-demo";

    private static final Path HOME = Path.of(
                    System.getProperty("persistentchat.server.home", "../wildfly-config/target/server"))
            .toAbsolutePath()
            .normalize();
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int FIRST_OFFSET = 4_000;
    private static final int LAST_OFFSET = 4_900;

    private static @Nullable PageServer shared;

    private final ServerLayout layout;
    private final ServerPorts ports;
    private @Nullable ServerProcess running;

    private PageServer(ServerLayout layout, ServerPorts ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /** The server, started. */
    static synchronized PageServer started() {
        PageServer server = shared;
        if (server == null) {
            server = create();
            shared = server;
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-server"));
        }
        server.start();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/");
    }

    /** Starts the server unless it runs, and waits until it is ready. */
    synchronized void start() {
        if (running != null) {
            return;
        }
        try {
            Path application = layout.deployments().resolve(ServerLayout.APPLICATION);
            Files.deleteIfExists(Path.of(application + ".deployed"));
            Files.writeString(Path.of(application + ".dodeploy"), "");
            Process process = new ProcessBuilder(ServerCommand.of(layout, ports, Map.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(layout.log().resolve("console.log").toFile())
                    .start();
            ServerProcess server = new ServerProcess(layout, ports, process);
            running = server;
            server.awaitReady(START_LIMIT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Stops the server, as an administrator does. */
    synchronized void stop() {
        if (running == null) {
            return;
        }
        try {
            running.stop(STOP_LIMIT);
            running = null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static PageServer create() {
        ServerLayout layout = ServerLayout.separate(
                HOME,
                Path.of("target", "page-server-" + ProcessHandle.current().pid())
                        .toAbsolutePath());
        try {
            copy(HOME.resolve("standalone/configuration"), layout.configuration());
            copy(HOME.resolve("standalone/deployments"), layout.deployments());
            Files.createDirectories(layout.log());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        ServerPorts ports = IntStream.iterate(FIRST_OFFSET, offset -> offset <= LAST_OFFSET, offset -> offset + 100)
                .mapToObj(ServerPorts::new)
                .filter(free -> free.occupied().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No free ports for a server"));
        return new PageServer(layout, ports);
    }

    // The files of a folder, without what lies deeper: the history that WildFly keeps of its configuration.
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
