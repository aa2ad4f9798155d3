package org.persistentchat.loadtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.load.LoadReport;
import org.persistentchat.loadtest.load.LoadSettings;
import org.persistentchat.loadtest.load.ServerProcesses;
import picocli.CommandLine.Option;

/** Options of the commands that bring a crowd of connections. */
final class CrowdOptions {
    private static final int HTTP_PORT = 80;

    @Option(
            names = "--source",
            split = ",",
            description = "Local addresses to connect from, in turn: more connections than one address has ports.")
    List<String> sources = List.of();

    @Option(
            names = "--open-rate",
            defaultValue = "500",
            description = "Connections opened per second at most (default: ${DEFAULT-VALUE}).")
    int openRate;

    @Option(names = "--threads", defaultValue = "1", description = "Event loops (default: ${DEFAULT-VALUE}).")
    int threads;

    @Option(names = "--run", description = "Part of the names of people and rooms (default: the time).")
    String run = DateTimeFormatter.ofPattern("MMddHHmmss").format(LocalDateTime.now(ZoneOffset.UTC));

    @Option(names = "--bcrypt-cost", defaultValue = "4", description = ReplayCommand.BCRYPT)
    int bcryptCost;

    @Option(
            names = "--server-pid",
            split = ",",
            description = "Processes whose CPU and memory together are measured (default: who listens on the servers'"
                    + " ports).")
    List<Long> serverPids = List.of();

    @Option(names = "--report", description = "Writes the report as JSON to this file.")
    @Nullable Path report;

    @Option(names = "--html", description = "Writes the report as a page with plots to this file.")
    @Nullable Path html;

    LoadSettings settings(ServerOptions server, Duration warmUp, Duration duration) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String source : sources) {
            addresses.add(InetAddress.getByName(source));
        }
        return new LoadSettings(
                server.chatServers(),
                server.administrator(),
                addresses,
                openRate,
                warmUp,
                duration,
                run,
                bcryptCost,
                threads);
    }

    ServerProcesses processes(ServerOptions server) {
        if (!serverPids.isEmpty()) {
            return ServerProcesses.of(serverPids.stream());
        }
        return ServerProcesses.listeningOn(server.chatServers().stream()
                .map(each -> each.base().getPort())
                .map(port -> port < 0 ? HTTP_PORT : port));
    }

    /** Writes a result as JSON where that is asked for. */
    void write(Object result) throws IOException {
        if (report != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(report.toFile(), result);
        }
    }

    /** Shows and writes the report; returns the exit status. */
    int finish(LoadReport result) throws IOException {
        System.out.print(result.text());
        write(result);
        if (html != null) {
            Files.writeString(html, new LoadPage(result).html());
        }
        return result.passed() ? 0 : 1;
    }
}
