package org.persistentchat.loadtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.irc.ChannelLog;
import org.persistentchat.loadtest.irc.LogFiles;
import org.persistentchat.loadtest.irc.SampleLogs;
import org.persistentchat.loadtest.replay.Replay;
import org.persistentchat.loadtest.replay.ReplayReport;
import org.persistentchat.loadtest.replay.ReplaySettings;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: lets the people of a log speak again, then verifies history, listeners and compliance. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replays logs of real chat and verifies that nothing was lost, repeated, changed or swapped.")
final class ReplayCommand implements Callable<Integer> {
    static final String BCRYPT =
            "Cost of the people's password hash (default: ${DEFAULT-VALUE}); the server must accept it"
                    + " (persistentchat.password.lowest-cost).";

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(
            paramLabel = "LOGS",
            arity = "0..1",
            description = "A log file or a folder of *.log files; without it the sample in this program.")
    @Nullable Path logs;

    @Option(names = "--run", description = "Suffix of rooms and accounts (default: the time).")
    String run = DateTimeFormatter.ofPattern("MMddHHmmss").format(LocalDateTime.now(ZoneOffset.UTC));

    @Option(names = "--category", defaultValue = "Replayed chat", description = "Default: ${DEFAULT-VALUE}.")
    String category = "";

    @Option(names = "--listeners", defaultValue = "3", description = "Listeners per room (default: ${DEFAULT-VALUE}).")
    int listeners;

    @Option(
            names = "--connections",
            defaultValue = "64",
            description = "Speakers' connections open at once (default: ${DEFAULT-VALUE}).")
    int connections;

    @Option(names = "--bcrypt-cost", defaultValue = "4", description = BCRYPT)
    int bcryptCost;

    @Option(
            names = "--pace",
            defaultValue = "0",
            description = "So many times faster than the log; 0: as fast as acknowledged (default).")
    double pace;

    @Option(
            names = "--patience",
            defaultValue = "120",
            description = "Seconds to wait for listeners and archive to be complete (default: ${DEFAULT-VALUE}).")
    int patienceSeconds;

    @Option(
            names = "--compliance-url",
            description =
                    "JDBC URL of the compliance database, for example jdbc:h2:file:...;AUTO_SERVER=TRUE. Without it the"
                            + " archive is not checked.")
    @Nullable String complianceUrl;

    @Option(names = "--compliance-user", defaultValue = "sa", description = "Default: ${DEFAULT-VALUE}.")
    String complianceUser = "";

    @Option(names = "--compliance-password", defaultValue = "sa", description = "Default: ${DEFAULT-VALUE}.")
    String compliancePassword = "";

    @Option(names = "--report", description = "Writes the report as JSON to this file.")
    @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        Path path = logs;
        List<ChannelLog> channels = path == null ? SampleLogs.read() : LogFiles.read(path);
        ConsoleProgress progress = new ConsoleProgress(System.err, ConsoleProgress.onTerminal());
        ReplaySettings settings = new ReplaySettings(
                run, category, listeners, connections, bcryptCost, pace, Duration.ofSeconds(patienceSeconds));
        Replay replay = new Replay(server.chatServers(), server.administrator(), settings, progress);
        ReplayReport result = replay.run(channels, archive());
        progress.finish();
        System.out.print(result.text());
        if (report != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(report.toFile(), result);
        }
        return result.passed() ? 0 : 1;
    }

    private @Nullable ComplianceArchive archive() {
        String url = complianceUrl;
        return url == null ? null : new JdbcComplianceArchive(url, complianceUser, compliancePassword);
    }
}
