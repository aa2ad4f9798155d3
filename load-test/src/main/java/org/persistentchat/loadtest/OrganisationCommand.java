package org.persistentchat.loadtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.persistentchat.loadtest.organisation.Organisation;
import org.persistentchat.loadtest.organisation.OrganisationShape;
import org.persistentchat.loadtest.organisation.OrganisationShape.Rooms;
import org.persistentchat.loadtest.organisation.Phase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code organisation}: a large organisation, set up by REST. */
@Command(
        name = "organisation",
        mixinStandardHelpOptions = true,
        description =
                "Sets up people, groups in groups, categories and rooms with their lists by REST, and reports the rates."
                        + " As it is, that are 33,077 rooms with some 730,000 access entries.")
final class OrganisationCommand implements Callable<Integer> {
    private static final int SMALL = 30;
    private static final int MEDIUM = 150;
    private static final int LARGE = 16_000;
    private static final double FEW_OPEN = 0.03;
    private static final double HALF = 0.5;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--people", defaultValue = "150000", description = "Default: ${DEFAULT-VALUE}.")
    int people;

    @Option(
            names = "--groups",
            defaultValue = "5000",
            description = "Every tenth holds nine others (default: ${DEFAULT-VALUE}).")
    int groups;

    @Option(
            names = "--group-size",
            defaultValue = "100",
            description = "People of a group (default: ${DEFAULT-VALUE}).")
    int groupSize;

    @Option(names = "--categories", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
    int categories;

    @Option(
            names = "--small-rooms",
            defaultValue = "32000",
            description = "Of 30 people or 3 groups (default: ${DEFAULT-VALUE}).")
    int small;

    @Option(
            names = "--medium-rooms",
            defaultValue = "1067",
            description = "Of 150 people or 5 groups (default: ${DEFAULT-VALUE}).")
    int medium;

    @Option(
            names = "--large-rooms",
            defaultValue = "10",
            description = "Of 16,000 people or 10 groups (default: ${DEFAULT-VALUE}).")
    int large;

    @Option(names = "--managers", defaultValue = "3", description = "Of each room (default: ${DEFAULT-VALUE}).")
    int managers;

    @Option(
            names = "--group-share",
            defaultValue = "0.5",
            description = "Share of rooms that name groups instead of people (default: ${DEFAULT-VALUE}).")
    double groupShare;

    @Option(
            names = "--parallel",
            defaultValue = "2",
            description = "Calls under way at once (default: ${DEFAULT-VALUE}).")
    int parallel;

    @Option(names = "--report", description = "Writes the figures as JSON.")
    @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        OrganisationShape shape = new OrganisationShape(
                people,
                groups,
                groupSize,
                categories,
                new Rooms(small, SMALL, 3, FEW_OPEN),
                new Rooms(medium, MEDIUM, 5, FEW_OPEN),
                new Rooms(large, LARGE, 10, HALF),
                groupShare,
                managers);
        ConsoleProgress progress = new ConsoleProgress(System.err, ConsoleProgress.onTerminal());
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        List<Phase> phases = new Organisation(
                        server.chatServers(),
                        server.administrator(),
                        shape,
                        run,
                        new Organisation.Work(parallel, progress))
                .make();
        progress.finish();
        for (Phase phase : phases) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %,9d made, %,9d names in lists, %,7d calls, %7.1f s, %,9.0f/s, slowest call %,.0f ms%n",
                    phase.name(),
                    phase.made(),
                    phase.entries(),
                    phase.calls(),
                    phase.seconds(),
                    phase.perSecond(),
                    phase.slowestMillis());
        }
        if (report != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(report.toFile(), phases);
        }
        return 0;
    }
}
