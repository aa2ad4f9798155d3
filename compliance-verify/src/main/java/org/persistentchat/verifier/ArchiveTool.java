package org.persistentchat.verifier;

import java.io.IOException;
import java.sql.SQLException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry. Exit status: 0 as it was sealed, 1 something was found, 2 it could not be looked at. */
@Command(
        name = "persistent-chat-verify",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows whether an archive of Persistent Chat is what was sealed.",
        subcommands = {VerifyCommand.class, PackageCommand.class, ExportCommand.class, BenchmarkCommand.class})
public final class ArchiveTool {

    private static final int NOT_LOOKED_AT = 2;

    private ArchiveTool() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ArchiveTool())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    /** What a file, a database or an option refused needs no stack trace. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof IOException
                || failure instanceof SQLException
                || failure instanceof IllegalArgumentException) {
            command.getErr().println("error: " + failure.getMessage());
            return NOT_LOOKED_AT;
        }
        throw failure;
    }
}
