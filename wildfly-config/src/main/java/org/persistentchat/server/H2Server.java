package org.persistentchat.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The database server of a pool for trying out: H2 as WildFly carries it, in a process of its own, on 127.0.0.1.
 *
 * @param home the assembled server, for H2's archive
 * @param data folder of the database files
 */
public record H2Server(Path home, Path data, int port) {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 50;

    /** Starts the database server and waits until it takes connections. It ends by {@code SIGTERM}. */
    public Process start() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path log = data.resolve("h2-server.log");
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.destroyForcibly();
                throw new ServerFailure("The database server did not start; its log is " + log + ".");
            }
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return process;
    }

    /** What the servers of the pool have as {@code persistentchat.h2.server}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    private List<String> command() throws IOException {
        return List.of(
                ServerCommand.java(),
                "-Xmx512m",
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                archive().toString(),
                "org.h2.tools.Server",
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-baseDir",
                data.toString(),
                "-ifNotExists");
    }

    private Path archive() throws IOException {
        Path module = home.resolve("modules/system/layers/base/com/h2database/h2/main");
        try (Stream<Path> files = Files.list(module)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new ServerFailure("There is no H2 in " + module + "."));
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
