package org.persistentchat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that failed is known by the log; one that failed earlier is not taken for it. */
class StartLogTest {
    private static final String FAILED = "ERROR WFLYSRV0026: WildFly started (with errors)\n";

    @TempDir
    Path folder;

    @Test
    void onlyWhatIsWrittenSinceTheBeginningCounts() throws IOException {
        Path file = folder.resolve("server.log");
        StartLog first = StartLog.of(file);
        assertThat(first.hasFailed()).isFalse();
        Files.writeString(file, FAILED);
        assertThat(first.hasFailed()).isTrue();

        StartLog second = StartLog.of(file);
        Files.writeString(file, "INFO WFLYSRV0025: started\n", StandardOpenOption.APPEND);
        assertThat(second.hasFailed()).isFalse();
        Files.writeString(file, FAILED, StandardOpenOption.APPEND);
        assertThat(second.hasFailed()).isTrue();
    }

    @Test
    void aLogThatWasBegunAnewIsReadFromItsBeginning() throws IOException {
        Path file = folder.resolve("server.log");
        Files.writeString(file, "x".repeat(1_000));
        StartLog log = StartLog.of(file);
        Files.writeString(file, FAILED);
        assertThat(log.hasFailed()).isTrue();
    }
}
