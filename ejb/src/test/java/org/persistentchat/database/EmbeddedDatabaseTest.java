package org.persistentchat.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the options of H2 in the script of the embedded configuration are for, with the URL of the script itself (ADR 10). */
class EmbeddedDatabaseTest {
    private static final Path SCRIPT = Path.of("../wildfly-config/cli/embedded.cli");
    private static final int ROWS = 400;

    @TempDir
    private Path directory;

    /** Without OPTIMIZE_REUSE_RESULTS=0 many rows, some 200 of these 400, stay unseen for as long as nothing else is written. */
    @ParameterizedTest
    @ValueSource(strings = {"content", "compliance"})
    void whoLooksAgainAndAgainSeesWhatWasCommittedInTheMiddleOfALook(String database) throws Exception {
        String url = url(database);
        try (Connection writer = DriverManager.getConnection(url);
                Connection reader = DriverManager.getConnection(url)) {
            try (Statement statement = writer.createStatement()) {
                statement.execute("CREATE TABLE task (task_id INT NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL)");
            }
            writer.setAutoCommit(false);
            int unseen = 0;
            for (int row = 0; row < ROWS; row++) {
                unseen += isSeenAfterItsCommit(writer, reader, row) ? 0 : 1;
            }
            assertEquals(0, unseen, "rows that were committed and not seen, of " + ROWS);
        }
    }

    private static boolean isSeenAfterItsCommit(Connection writer, Connection reader, int row)
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        AtomicInteger looks = new AtomicInteger();
        AtomicBoolean committed = new AtomicBoolean();
        CompletableFuture<Boolean> seen = CompletableFuture.supplyAsync(() -> look(reader, row, looks, committed));
        while (looks.get() == 0 && !seen.isDone()) {
            Thread.onSpinWait();
        }
        try (PreparedStatement insert = writer.prepareStatement("INSERT INTO task VALUES (?, 'RUNNING')")) {
            insert.setInt(1, row);
            insert.executeUpdate();
        }
        writer.commit();
        committed.set(true);
        return seen.get(60, TimeUnit.SECONDS);
    }

    /** Looks until the row is there, or was not there in a look that began after its commit. */
    private static boolean look(Connection reader, int row, AtomicInteger looks, AtomicBoolean committed) {
        try {
            while (true) {
                boolean last = committed.get();
                boolean found = isThere(reader, row);
                looks.incrementAndGet();
                if (found || last) {
                    return found;
                }
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean isThere(Connection reader, int row) throws SQLException {
        try (PreparedStatement question = reader.prepareStatement("SELECT state FROM task WHERE task_id = ?")) {
            question.setInt(1, row);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next();
            }
        }
    }

    /** As in the script, in a directory of this test, and without what holds for a whole server only. */
    private String url(String database) throws IOException {
        Pattern url = Pattern.compile("\"jdbc:h2:file:\\S*/" + database + ";([^$\"]*);\\$\\{");
        Matcher options = url.matcher(Files.readString(SCRIPT));
        assertTrue(options.find(), () -> "no URL of " + database + " in " + SCRIPT);
        return "jdbc:h2:file:" + directory.resolve(database).toAbsolutePath() + ";" + options.group(1);
    }
}
