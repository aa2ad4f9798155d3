package org.persistentchat.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a server has written to its log since a moment before its start.
 *
 * @param file the log
 * @param begin how long it was then
 */
record StartLog(Path file, long begin) {

    /** WildFly's message that it has started, but not everything that it should have. */
    private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

    /** From now on. */
    static StartLog of(Path file) throws IOException {
        return new StartLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /** Whether the server has given up: it runs, without the application. */
    boolean hasFailed() {
        try {
            if (!Files.exists(file)) {
                return false;
            }
            try (InputStream log = Files.newInputStream(file)) {
                log.skipNBytes(Files.size(file) < begin ? 0 : begin);
                return new String(log.readAllBytes(), StandardCharsets.UTF_8).contains(STARTED_WITH_ERRORS);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
