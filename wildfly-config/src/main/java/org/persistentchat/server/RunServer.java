package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the assembled server in the foreground, for a first try: {@code mvn -Prun}. Ends with the server, and the server ends with it: an interrupt stops
 * both, and this JVM waits until the server has stopped.
 */
public final class RunServer {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(50);
    private static final String OFFSET = "jboss.socket.binding.port-offset";

    private RunServer() {}

    /**
     * Runs until the server ends.
     *
     * @param arguments folder of the assembled server, folder for what it stores
     */
    @SuppressWarnings("SystemOut") // it talks to the person at the console
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServerLayout layout = ServerLayout.of(Path.of(arguments[0]).toAbsolutePath(), absolute(arguments[1]));
        ServerPorts ports = new ServerPorts(Integer.getInteger(OFFSET, 0));
        try {
            System.exit(run(layout, ports));
        } catch (ServerFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Path absolute(String folder) {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    private static int run(ServerLayout layout, ServerPorts ports) throws IOException, InterruptedException {
        ports.occupied().ifPresent(port -> {
            throw new ServerFailure(
                    "Port " + port + " of 127.0.0.1 is in use. Stop what listens there, or move all ports: mvn -Prun -D"
                            + OFFSET + "=100");
        });
        Files.createDirectories(layout.log());
        Deployments.renew(layout);
        Process jvm = new ProcessBuilder(Interrupts.heard(ServerCommand.of(layout, ports, ownProperties())))
                .inheritIO()
                .start();
        ServerProcess server = new ServerProcess(layout, ports, jvm);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-server"));
        System.out.println(
                "Persistent Chat starts; what it stores is in " + layout.data() + ", its log is " + layout.serverLog());
        server.awaitReady(READY_LIMIT);
        System.out.println("Persistent Chat is at http://127.0.0.1:" + ports.http() + "/ (Ctrl-C stops it)");
        return jvm.waitFor();
    }

    /** Settings of the server given to Maven with {@code -D}. */
    private static Map<String, String> ownProperties() {
        Map<String, String> own = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("persistentchat.") || (name.startsWith("jboss.") && !name.equals(OFFSET))) {
                own.put(name, System.getProperty(name));
            }
        }
        return own;
    }

    private static void stop(ServerProcess server) {
        try {
            server.stop(STOP_LIMIT);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
