package org.persistentchat.loadtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.client.Waiting;
import org.persistentchat.loadtest.soak.Soak;
import org.persistentchat.loadtest.soak.SoakPage;
import org.persistentchat.loadtest.soak.SoakReport;
import org.persistentchat.loadtest.soak.SoakSettings;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code soak}: keeps a conversation going while somebody does things to the servers, then checks that nothing was lost. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description =
                "Keeps a conversation over all servers going at a steady rate and remembers everything. Meanwhile kill, pause, cut off or"
                        + " redeploy servers as you like; at the end it verifies that nothing was lost, repeated or swapped.")
final class SoakCommand implements Callable<Integer> {
    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--people", defaultValue = "100", description = "A connection each (default: ${DEFAULT-VALUE}).")
    int people;

    @Option(
            names = "--gathered",
            description = "Everybody begins at the first server, and only goes to the others when that is gone.")
    boolean gathered;

    @Option(names = "--rooms", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}.")
    int rooms;

    @Option(names = "--rooms-per-person", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    int roomsPerPerson;

    @Option(
            names = "--rate",
            defaultValue = "20",
            description = "Posts per second of all together (default: ${DEFAULT-VALUE}).")
    double rate;

    @Option(names = "--body", defaultValue = "80", description = "Characters of a post (default: ${DEFAULT-VALUE}).")
    int body;

    @Option(names = "--duration", defaultValue = "60", description = "Seconds (default: ${DEFAULT-VALUE}).")
    int duration;

    @Option(
            names = "--patience",
            defaultValue = "180",
            description = "Seconds that a person looks for a server, and that everybody may take at the end to have"
                    + " everything (default: ${DEFAULT-VALUE}).")
    int patience;

    @Option(names = "--seed", description = "Of the choice who speaks (default: the time).")
    long seed = System.currentTimeMillis();

    @Option(names = "--run", description = "Part of the names of people and rooms (default: the time).")
    String run = DateTimeFormatter.ofPattern("MMddHHmmss").format(LocalDateTime.now(ZoneOffset.UTC));

    @Option(names = "--bcrypt-cost", defaultValue = "4", description = ReplayCommand.BCRYPT)
    int bcryptCost;

    @Option(
            names = "--compliance-url",
            description = "JDBC URL of the compliance database; without it the archive is not checked.")
    @Nullable String complianceUrl;

    @Option(names = "--compliance-user", defaultValue = "sa", description = "Default: ${DEFAULT-VALUE}.")
    String complianceUser = "";

    @Option(names = "--compliance-password", defaultValue = "sa", description = "Default: ${DEFAULT-VALUE}.")
    String compliancePassword = "";

    @Option(names = "--report", description = "Writes the report as JSON to this file.")
    @Nullable Path report;

    @Option(names = "--html", description = "Writes the report as a page with plots to this file.")
    @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        ConsoleProgress progress = new ConsoleProgress(System.err, ConsoleProgress.onTerminal());
        SoakSettings settings = new SoakSettings(
                server.chatServers(),
                gathered,
                server.administrator(),
                people,
                rooms,
                roomsPerPerson,
                rate,
                body,
                run,
                bcryptCost,
                Duration.ofSeconds(patience),
                seed);
        String url = complianceUrl;
        try (Soak soak = Soak.open(settings, progress)) {
            progress.phase("conversation", duration);
            for (int second = 0; second < duration; second++) {
                Waiting.pause(1_000);
                progress.step();
            }
            SoakReport result = soak.finish(
                    url == null ? null : new JdbcComplianceArchive(url, complianceUser, compliancePassword));
            progress.finish();
            return finish(result);
        }
    }

    private int finish(SoakReport result) throws IOException {
        System.out.print(result.text());
        if (report != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(report.toFile(), result);
        }
        if (html != null) {
            Files.writeString(html, new SoakPage(result).html());
        }
        return result.passed() ? 0 : 1;
    }
}
