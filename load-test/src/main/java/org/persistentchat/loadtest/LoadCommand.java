package org.persistentchat.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.persistentchat.loadtest.load.LoadRun;
import org.persistentchat.loadtest.load.LoadShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code load}: many connections, some of which post; counts, measures, reports. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Loads a server and measures throughput, latency, CPU, memory and whether every delivery is right.")
final class LoadCommand implements Callable<Integer> {
    @Mixin
    ServerOptions server = new ServerOptions();

    @Mixin
    CrowdOptions crowd = new CrowdOptions();

    @Option(
            names = "--connections",
            defaultValue = "2000",
            description = "Connections, one person each (default: ${DEFAULT-VALUE}).")
    int connections;

    @Option(names = "--rooms", defaultValue = "20", description = "Rooms (default: ${DEFAULT-VALUE}).")
    int rooms;

    @Option(
            names = "--rooms-per-connection",
            defaultValue = "1",
            description = "Rooms that each connection is in; a room has connections x this / rooms members (default:"
                    + " ${DEFAULT-VALUE}).")
    int roomsPerConnection;

    @Option(names = "--senders", defaultValue = "1", description = "Senders per room (default: ${DEFAULT-VALUE}).")
    int senders;

    @Option(
            names = "--window",
            defaultValue = "1",
            description = "Posts that each sender keeps in flight (default: ${DEFAULT-VALUE}).")
    int window;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description =
                    "Posts per second of all senders together, at fixed times; latencies count from the time a post"
                            + " was due. 0: as fast as the window allows (default).")
    double rate;

    @Option(names = "--body", defaultValue = "200", description = "Characters of a body (default: ${DEFAULT-VALUE}).")
    int body;

    @Option(names = "--warm-up", defaultValue = "10", description = "Seconds (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--duration", defaultValue = "30", description = "Seconds (default: ${DEFAULT-VALUE}).")
    int duration;

    @Override
    public Integer call() throws IOException {
        LoadShape shape = new LoadShape(connections, rooms, roomsPerConnection, senders, window, rate, body);
        ConsoleProgress progress = new ConsoleProgress(System.err, ConsoleProgress.onTerminal());
        return crowd.finish(new LoadRun(
                        crowd.settings(server, Duration.ofSeconds(warmUp), Duration.ofSeconds(duration)),
                        shape,
                        crowd.processes(server),
                        progress)
                .run());
    }
}
