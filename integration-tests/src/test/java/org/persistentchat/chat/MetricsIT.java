package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;

/** The metrics that the administration document lists are those of a running server. */
@OnSharedServer
class MetricsIT {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(persistentchat\\.[a-z.]+)` \\|");
    private static final Pattern PUBLISHED = Pattern.compile("(?m)^# TYPE (persistentchat_[a-z_]+) ");

    /** What Prometheus puts after the names of counts and times. */
    private static final String ENDINGS = "(_total|_seconds|_max|_seconds_max)?";

    /** Published where people come from a directory of the organisation, which this server has not. */
    private static final String DIRECTORY = "persistentchat.directory.";

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String page(TestServer server) {
        try {
            return new ChatServer()
                    .http()
                    .send(
                            HttpRequest.newBuilder(server.management().resolve("prometheus"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** A metric is there once what it counts has begun; a conversation makes all of them begin. */
    @Test
    void theDocumentListsWhatTheServerPublishesAndNothingElse(TestServer server) throws IOException {
        ChatServer chat = new ChatServer();
        ChatServer.json(chat.call("POST", "/api/v1/checks/conversation", chat.adminToken(), ""), 200);
        Set<String> documented = all(ROW, Files.readString(Path.of("../docs/administration.md")));
        assertThat(documented).isNotEmpty();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Set<String> published = all(PUBLISHED, page(server));
            assertThat(documented.stream().filter(name -> !name.startsWith(DIRECTORY)))
                    .allSatisfy(name ->
                            assertThat(published).anyMatch(metric -> metric.matches(name.replace('.', '_') + ENDINGS)));
        });
        for (String metric : all(PUBLISHED, page(server))) {
            assertThat(documented).as(metric).anyMatch(name -> metric.matches(name.replace('.', '_') + ENDINGS));
        }
    }
}
