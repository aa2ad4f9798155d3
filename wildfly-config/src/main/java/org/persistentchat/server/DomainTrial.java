package org.persistentchat.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A pool for trying out: four servers of a WildFly domain and an H2 database server, all on this machine. {@code mvn -Pdomain}, or
 * {@code bin/persistent-chat-domain.sh} of an assembled server.
 */
public final class DomainTrial {

    private static final Duration READY_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
    private static final String OFFSET = "jboss.socket.binding.port-offset";
    private static final String SERVERS = "persistentchat.domain.servers";
    private static final int DEFAULT_SERVERS = 4;
    private static final String FOLDER = "persistent-chat-domain";

    private DomainTrial() {}

    /**
     * Starts, stops, or upgrades.
     *
     * @param arguments folder of the assembled server; {@code start}, {@code stop} or {@code roll-out} with an application; the pool's folder
     */
    @SuppressWarnings("SystemOut") // it talks to the person at the console
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path home = absolute(words.remove(0));
        String act = words.isEmpty() ? "" : words.remove(0);
        try {
            switch (act) {
                case "start" -> System.exit(start(layout(home, words)));
                case "stop" -> stop(layout(home, words));
                case "roll-out" -> {
                    Path application = absolute(words.remove(0));
                    new RollOut(layout(home, words)).run(application);
                }
                default -> throw new ServerFailure("start [folder], stop [folder] or roll-out <ear> [folder]");
            }
        } catch (ServerFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static DomainLayout layout(Path home, List<String> words) {
        return new DomainLayout(
                home,
                absolute(words.isEmpty() ? FOLDER : words.get(0)),
                Integer.getInteger(OFFSET, 0),
                Integer.getInteger(SERVERS, DEFAULT_SERVERS));
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    @SuppressWarnings("SystemOut") // it talks to the person at the console
    private static int start(DomainLayout layout) throws IOException, InterruptedException {
        for (int number = 1; number <= layout.servers(); number++) {
            Optional<Integer> occupied = layout.ports(number).occupied();
            if (occupied.isPresent()) {
                throw new ServerFailure("Port " + occupied.get() + " of 127.0.0.1 is in use. Stop what listens there.");
            }
        }
        System.out.println("The pool is configured; what it stores is in " + layout.folder());
        DomainConfiguration.make(layout);
        List<StartLog> logs = new ArrayList<>();
        for (int number = 1; number <= layout.servers(); number++) {
            logs.add(StartLog.of(layout.serverLog(number)));
        }
        Process database = layout.database().start();
        Process domain = new ProcessBuilder(Interrupts.heard(DomainCommand.of(layout)))
                .redirectErrorStream(true)
                .redirectOutput(layout.work().resolve("console.log").toFile())
                .start();
        Files.writeString(layout.processId(), Long.toString(domain.pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(domain, database), "stop-pool"));
        awaitReady(layout, domain, logs);
        System.out.println("Ctrl-C stops it, as " + FOLDER + ".sh stop does from elsewhere");
        return domain.waitFor();
    }

    @SuppressWarnings("SystemOut") // it talks to the person at the console
    private static void awaitReady(DomainLayout layout, Process domain, List<StartLog> logs)
            throws InterruptedException {
        PoolClient pool = new PoolClient(List.of());
        for (int number = 1; number <= layout.servers(); number++) {
            URI address = URI.create("http://127.0.0.1:" + layout.ports(number).http() + "/");
            StartLog log = logs.get(number - 1);
            Waiting.until(
                    () -> !domain.isAlive() || log.hasFailed() || pool.isReady(address),
                    READY_LIMIT,
                    DomainLayout.server(number) + " is not ready; its log is " + log.file());
            if (!domain.isAlive()) {
                throw new ServerFailure(
                        "The domain ended; its log is in " + layout.base().resolve("log"));
            }
            if (log.hasFailed()) {
                throw new ServerFailure(
                        DomainLayout.server(number) + " could not deploy the application; its log is " + log.file());
            }
            System.out.println(DomainLayout.server(number) + " is at " + address);
        }
    }

    private static void stop(DomainLayout layout) throws IOException, InterruptedException {
        if (!Files.exists(layout.processId())) {
            throw new ServerFailure("There is no pool in " + layout.folder());
        }
        Optional<ProcessHandle> running = ProcessHandle.of(
                        Long.parseLong(Files.readString(layout.processId()).strip()))
                .filter(DomainTrial::isOurs);
        if (running.isPresent()) {
            running.get().destroy();
            Waiting.until(() -> !running.get().isAlive(), STOP_LIMIT, "The pool does not stop.");
        }
        Files.deleteIfExists(layout.processId());
    }

    /** A number of a process that ended may be somebody else's now. */
    private static boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("process-controller"))
                .isPresent();
    }

    /** The database goes last: servers write until their end. */
    private static void end(Process domain, Process database) {
        try {
            domain.destroy();
            if (!domain.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                domain.descendants().forEach(ProcessHandle::destroyForcibly);
                domain.destroyForcibly();
            }
            database.destroy();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
