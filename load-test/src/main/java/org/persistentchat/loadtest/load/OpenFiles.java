package org.persistentchat.loadtest.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The system's limit of open files of this process: each connection is one. */
final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String NAME = "Max open files";
    private static final int OTHERS = 150;

    private OpenFiles() {}

    /** Fails before the run does, if so many connections cannot be open at once. */
    static void allow(int connections) {
        long limit = limit();
        if (connections + OTHERS > limit) {
            throw new IllegalArgumentException(connections + " connections need about " + (connections + OTHERS)
                    + " open files, this process may have " + limit + ": raise the limit (ulimit -n) or use several"
                    + " processes");
        }
    }

    private static long limit() {
        try {
            List<String> lines = Files.readAllLines(LIMITS);
            return lines.stream()
                    .filter(line -> line.startsWith(NAME))
                    .map(line -> line.substring(NAME.length()).strip().split("\\s+", -1)[0])
                    .filter(soft -> !soft.equals("unlimited"))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }
}
