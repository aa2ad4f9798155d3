package org.persistentchat.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.persistentchat.server.ServerPorts;

/** Servers of a WildFly domain on one database server, started and stopped as a user does it: by the script of the assembled server. */
public final class TestDomain implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration ROLL_OUT_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(3);
    private static final int OFFSET_STEP = 100;

    private final Path folder;
    private final int offset;
    private final int servers;
    private @Nullable Process running;

    private TestDomain(Path folder, int offset, int servers) {
        this.folder = folder;
        this.offset = offset;
        this.servers = servers;
    }

    /** An empty one; {@code name} is the folder under {@code target/servers}. */
    public static TestDomain named(String name, int servers) {
        try {
            return new TestDomain(ServerFolder.empty(name), FreePorts.next().offset(), servers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it and waits until all servers are ready. */
    public TestDomain start() {
        Process starting = script("start", List.of());
        running = starting;
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    if (!starting.isAlive()) {
                        throw new AssertionError("The domain ended: " + output("start"));
                    }
                    return output("start").contains("Ctrl-C");
                });
        return this;
    }

    /** Puts another build of the application on all servers, one after the other. Returns what the script said. */
    public String rollOut(Build build) {
        await(script("roll-out", List.of(build.application().toString())), ROLL_OUT_LIMIT, "roll-out");
        return output("roll-out");
    }

    /** Stops it from elsewhere. */
    public void stop() {
        await(script("stop", List.of()), STOP_LIMIT, "stop");
        Process stopping = running;
        if (stopping != null) {
            await(stopping, STOP_LIMIT, "start");
            running = null;
        }
    }

    /** Where the clients of each server go. */
    public List<URI> addresses() {
        return ports().map(ports -> URI.create("http://127.0.0.1:" + ports.http() + "/"))
                .toList();
    }

    /** Whether nothing listens any more where it did. */
    public boolean isGone() {
        return ports().allMatch(ports -> ports.occupied().isEmpty());
    }

    private Stream<ServerPorts> ports() {
        return IntStream.range(0, servers).mapToObj(number -> new ServerPorts(offset + OFFSET_STEP * number));
    }

    @Override
    public void close() {
        if (running != null) {
            stop();
        }
    }

    private Process script(String act, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ServerFolder.home().resolve("bin/persistent-chat-domain.sh").toString());
        command.add(act);
        command.addAll(arguments);
        command.add(folder.toString());
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(act));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment()
                .put(
                        "JAVA_OPTS",
                        "-Djboss.socket.binding.port-offset=" + offset + " -Dpersistentchat.domain.servers=" + servers);
        try {
            return process.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private File log(String act) {
        return folder.resolve(act + ".out").toFile();
    }

    private String output(String act) {
        try {
            return Files.readString(log(act).toPath());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void await(Process process, Duration limit, String act) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(act + " takes too long: " + output(act));
            }
            if (!act.equals("start") && process.exitValue() != 0) {
                throw new AssertionError(act + " failed: " + output(act));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
