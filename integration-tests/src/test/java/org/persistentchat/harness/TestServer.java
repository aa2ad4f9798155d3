package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.persistentchat.server.ManagementScript;
import org.persistentchat.server.ServerCommand;
import org.persistentchat.server.ServerFailure;
import org.persistentchat.server.ServerLayout;
import org.persistentchat.server.ServerPorts;
import org.persistentchat.server.ServerProcess;

/**
 * One server under test. It keeps its data and ports from its first start on, whatever happens to it in between, so a client finds it again where it was.
 * Not for several threads.
 */
public final class TestServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int LINES_SHOWN = 60;

    private static final String CONTENT_OPTIONS = "persistentchat.h2.content.options";

    /** Calls that several make at once of one thing wait for each other, on a slow machine for longer than H2's two seconds. */
    private static final String PATIENT = ";LOCK_TIMEOUT=20000";

    private final ServerLayout layout;
    private final ServerPorts ports;
    private final Map<String, String> properties = new TreeMap<>();
    private String configuration = ServerCommand.EMBEDDED;
    private @Nullable ServerProcess running;

    private TestServer(ServerLayout layout, ServerPorts ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /** A server without data, not started. {@code name} is the folder under {@code target/servers}; what an earlier run left there is removed. */
    public static TestServer named(String name) {
        try {
            return new TestServer(ServerFolder.fresh(name), FreePorts.next())
                    .with(CONTENT_OPTIONS, "DB_CLOSE_ON_EXIT=FALSE" + PATIENT);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sets a system property of the server, from the next start on. */
    public TestServer with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Changes the configuration by a script of {@code persistent-chat/cli}, as an administrator does while the server does not run. */
    public TestServer configuredBy(String script) {
        return configuredBy(layout.home().resolve("persistent-chat/cli").resolve(script));
    }

    /** Changes the configuration by a script of a test while the server does not run. */
    public TestServer configuredBy(Path script) {
        List<String> commands = List.of(
                "embed-server --server-config=" + configuration, "run-batch --file=" + script, "stop-embedded-server");
        List<String> options = new ArrayList<>(List.of("-Djboss.server.base.dir=" + layout.base()));
        properties.forEach((name, value) -> options.add("-D" + name + "=" + value));
        try {
            new ManagementScript(script.getFileName().toString(), commands)
                    .run(layout.home(), layout.base(), options, List.of());
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** With a compliance database apart from the content database, from the next start on. */
    public TestServer archivingIn(TestDatabase archive) {
        return with("persistentchat.h2.compliance.server", archive.address());
    }

    /** One of the servers that have {@code database} in common, from the next start on. */
    public TestServer on(TestDatabase database) {
        configuration = ServerCommand.H2_SERVER;
        return with("persistentchat.h2.server", database.address())
                .with("jboss.node.name", layout.base().getFileName().toString());
    }

    /** The name of the server in its pool. */
    public String name() {
        return properties.getOrDefault("jboss.node.name", "");
    }

    /** Starts the server and waits until it is ready; otherwise fails with the end of its log. */
    public TestServer start() {
        try {
            launched().awaitReady(START_LIMIT);
            return this;
        } catch (ServerFailure failure) {
            kill();
            throw new AssertionError(
                    failure.getMessage() + " The end of " + layout.serverLog() + ":\n" + endOfLog(), failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Starts the server, which cannot deploy the application; waits until it says so and returns what was said. It runs on, without the application. */
    public String startInVain() {
        try {
            launched().awaitReady(START_LIMIT);
            throw new AssertionError("The application was deployed");
        } catch (ServerFailure expected) {
            return String.valueOf(expected.getMessage());
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private ServerProcess launched() {
        if (running != null) {
            throw new IllegalStateException("The server runs");
        }
        try {
            ServerFolder.deployAtNextStart(layout);
            Process jvm = new ProcessBuilder(ServerCommand.of(configuration, layout, ports, properties))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            layout.log().resolve("console.log").toFile()))
                    .start();
            ServerProcess server = new ServerProcess(layout, ports, jvm);
            running = server;
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts another build of the application on the running server, as who copies it into the folder of deployments; returns when it serves. */
    public void rollOut(Build build) {
        try {
            ServerFolder.deployNow(layout, build.application());
            Awaitility.await("the build " + build.mark() + " on " + name())
                    .atMost(START_LIMIT)
                    .failFast(layout::hasRefusedApplication)
                    .until(() -> build.runsAt(address()) && isReady());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops the server as an administrator does. Fails if it does not stop by itself within a minute. */
    public void stop() {
        try {
            if (!process().stop(STOP_LIMIT)) {
                throw new AssertionError("The server did not stop; it was killed. The end of its log:\n" + endOfLog());
            }
            running = null;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Asks the server, if it runs, to stop, for several that stop at once; {@link #close} is to follow. */
    void beginStop() {
        if (running != null) {
            running.process().destroy();
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        try {
            process().kill();
            running = null;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Stops the server's threads where they are, as a host that is swapping or a virtual machine being moved does. Connections stay open. */
    public void pause() {
        Signal.STOP.to(process().process());
    }

    /** Lets a paused server go on. */
    public void proceed() {
        Signal.CONT.to(process().process());
    }

    /** Stops and starts, on the same data and ports. */
    public void restart() {
        stop();
        start();
    }

    /** Whether the server runs and says that it is ready. */
    public boolean isReady() {
        try {
            return running != null && running.isReady();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Where clients go. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/");
    }

    /** Health and metrics. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + ports.management() + "/");
    }

    /** Where the other servers of a pool find it. */
    public int clusterPort() {
        return ports.cluster();
    }

    /** Operations on the running server's configuration. The caller closes it. */
    public ServerManagement operations() {
        return new ServerManagement(ports);
    }

    /** What JDBC needs to read the compliance database, also while the server runs (user and password: sa). */
    public String complianceUrl() {
        return "jdbc:h2:file:" + layout.data().resolve("persistent-chat/compliance")
                + ";MODE=MSSQLServer;AUTO_SERVER=TRUE";
    }

    /** The same of the content database, of a server {@linkplain #withContentReadable() that lets it be read}. */
    public String contentUrl() {
        return "jdbc:h2:file:" + layout.data().resolve("persistent-chat/content")
                + ";MODE=MSSQLServer;AUTO_SERVER=TRUE";
    }

    /** Lets programs on this machine read the content database while the server runs. */
    public TestServer withContentReadable() {
        return with(CONTENT_OPTIONS, "AUTO_SERVER=TRUE" + PATIENT);
    }

    /** The server's JVM, to read its memory and processor time. */
    public ProcessHandle processHandle() {
        return process().process().toHandle();
    }

    /** The server's folders. */
    public ServerLayout layout() {
        return layout;
    }

    /** The value of a metric (of the first of its series, if there are several), -1 if there is none of that name. */
    public double metric(String name) {
        return Page.get(management().resolve("prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }

    /** The log since the first start. */
    public List<String> log() {
        try {
            return Files.exists(layout.serverLog()) ? Files.readAllLines(layout.serverLog()) : List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Stops the server if it runs. */
    @Override
    public void close() {
        if (running != null) {
            stop();
        }
    }

    private ServerProcess process() {
        if (running == null) {
            throw new IllegalStateException("The server does not run");
        }
        return running;
    }

    private String endOfLog() {
        List<String> lines = log();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    private static AssertionError interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new AssertionError("Interrupted while waiting for a server", cause);
    }
}
