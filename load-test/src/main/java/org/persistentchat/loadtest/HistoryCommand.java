package org.persistentchat.loadtest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.persistentchat.loadtest.load.HistoryBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code history}: what a page of history costs. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Fills a room, then measures reading its newest page and pages at random places, one at a time.")
final class HistoryCommand implements Callable<Integer> {
    @Mixin
    ServerOptions server = new ServerOptions();

    @Mixin
    CrowdOptions crowd = new CrowdOptions();

    @Option(names = "--messages", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}.")
    int messages;

    @Option(names = "--limit", defaultValue = "50", description = "Events of a page (default: ${DEFAULT-VALUE}).")
    int limit;

    @Option(names = "--warm-up", defaultValue = "5", description = "Seconds (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--duration",
            defaultValue = "10",
            description = "Seconds of each sort (default: ${DEFAULT-VALUE}).")
    int duration;

    @Override
    public Integer call() throws IOException {
        HistoryBench bench = new HistoryBench(
                crowd.settings(server, Duration.ofSeconds(warmUp), Duration.ofSeconds(duration)),
                crowd.processes(server),
                new ConsoleProgress(System.err, ConsoleProgress.onTerminal()));
        List<HistoryBench.Pages> results = bench.run(messages, limit);
        for (HistoryBench.Pages pages : results) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d pages of %d, %,.0f/s, server CPU %.3f ms a page, p50 %.2f ms, p99 %.2f ms, %d wrong%n",
                    pages.sort(),
                    pages.pages(),
                    limit,
                    pages.perSecond(),
                    pages.serverCpuMillisPerPage(),
                    pages.latency().p50(),
                    pages.latency().p99(),
                    pages.wrong());
        }
        crowd.write(results);
        return results.stream().allMatch(pages -> pages.wrong() == 0) ? 0 : 1;
    }
}
