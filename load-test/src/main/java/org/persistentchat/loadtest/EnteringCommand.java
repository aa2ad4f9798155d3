package org.persistentchat.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.persistentchat.loadtest.load.EnteringBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entering}: what it costs to enter a room and leave it. */
@Command(
        name = "entering",
        mixinStandardHelpOptions = true,
        description = "Lets people enter a room and leave it again, one command at a time, and reports what it costs.")
final class EnteringCommand implements Callable<Integer> {
    @Mixin
    ServerOptions server = new ServerOptions();

    @Mixin
    CrowdOptions crowd = new CrowdOptions();

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(names = "--duration", defaultValue = "60", description = "Seconds (default: ${DEFAULT-VALUE}).")
    int duration;

    @Override
    public Integer call() throws IOException {
        EnteringBench.Rounds result = new EnteringBench(
                        crowd.settings(server, Duration.ofSeconds(warmUp), Duration.ofSeconds(duration)),
                        crowd.processes(server),
                        new ConsoleProgress(System.err, ConsoleProgress.onTerminal()))
                .run();
        System.out.printf(
                Locale.ROOT,
                "%,d rounds of entering and leaving, server CPU %.2f ms a round (lowest %.2f, highest %.2f), entering"
                        + " p50 %.2f ms, p99 %.2f ms%n",
                result.rounds(),
                result.serverCpuMillisPerRound(),
                result.lowest(),
                result.highest(),
                result.latency().p50(),
                result.latency().p99());
        crowd.write(result);
        return 0;
    }
}
