package org.persistentchat.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.persistentchat.loadtest.load.LoadRun;
import org.persistentchat.loadtest.load.LoadShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code idle}: a crowd that only holds its connections. */
@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        description = "Holds many silent connections and reports the server's memory for each, and how many were lost.")
final class IdleCommand implements Callable<Integer> {
    @Mixin
    ServerOptions server = new ServerOptions();

    @Mixin
    CrowdOptions crowd = new CrowdOptions();

    @Option(names = "--connections", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}.")
    int connections;

    @Option(names = "--rooms", defaultValue = "500", description = "Default: ${DEFAULT-VALUE}.")
    int rooms;

    @Option(names = "--rooms-per-connection", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}.")
    int roomsPerConnection;

    @Option(names = "--duration", defaultValue = "600", description = "Seconds to hold (default: ${DEFAULT-VALUE}).")
    int duration;

    @Override
    public Integer call() throws IOException {
        LoadShape silent = new LoadShape(connections, rooms, roomsPerConnection, 0, 0, 0, 0);
        ConsoleProgress progress = new ConsoleProgress(System.err, ConsoleProgress.onTerminal());
        return crowd.finish(new LoadRun(
                        crowd.settings(server, Duration.ZERO, Duration.ofSeconds(duration)),
                        silent,
                        crowd.processes(server),
                        progress)
                .run());
    }
}
