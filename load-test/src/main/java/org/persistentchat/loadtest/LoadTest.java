package org.persistentchat.loadtest;

import java.io.UncheckedIOException;
import org.persistentchat.loadtest.client.ChatErrorException;
import org.persistentchat.loadtest.client.ConnectionLostException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry. Exit status: 0 all as it must be, 1 differences or failure, 2 wrong usage. */
@Command(
        name = "persistent-chat-load-test",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Replays real chat against a server and verifies it, or loads a server and measures it.",
        subcommands = {
            ReplayCommand.class,
            LoadCommand.class,
            IdleCommand.class,
            HistoryCommand.class,
            EnteringCommand.class,
            OrganisationCommand.class,
            SoakCommand.class
        })
public final class LoadTest {
    private LoadTest() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LoadTest())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
                .execute(arguments));
    }

    /** What a server or an option refused needs no stack trace. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof ChatErrorException
                || failure instanceof ConnectionLostException
                || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException) {
            command.getErr().println("error: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
