package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps Ctrl-C working where this JVM was started in the background of a script: a POSIX shell then has it, and all it starts, ignore the interrupt,
 * and a JVM cannot take that back. A server started through {@code env} hears the interrupt all the same, stops, and this JVM ends with it.
 */
final class Interrupts {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String IGNORED = "SigIgn:";
    private static final long SIGINT = 1L << (2 - 1);

    private Interrupts() {}

    /** The command, such that the process listens to interrupts. */
    static List<String> heard(List<String> command) throws IOException {
        if (!ignored()) {
            return command;
        }
        List<String> listening = new ArrayList<>(List.of("env", "--default-signal=INT"));
        listening.addAll(command);
        return listening;
    }

    private static boolean ignored() throws IOException {
        return Files.isReadable(STATUS)
                && Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith(IGNORED))
                        .anyMatch(line -> (Long.parseUnsignedLong(
                                                line.substring(IGNORED.length()).strip(), 16)
                                        & SIGINT)
                                != 0);
    }
}
