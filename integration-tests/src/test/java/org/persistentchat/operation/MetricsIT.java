package org.persistentchat.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void theDocumentListsWhatTheServerPublishesAndNothingElse(TestServer server) throws IOException {
        Set<String> published = all(
                PUBLISHED, Page.get(server.management().resolve("prometheus")).body());
        Set<String> documented = all(ROW, Files.readString(Path.of("../docs/administration.md")));
        assertThat(documented).isNotEmpty();
        for (String name : documented) {
            String form = name.replace('.', '_') + ENDINGS;
            assertThat(published).as(name).anyMatch(metric -> metric.matches(form));
        }
        for (String metric : published) {
            assertThat(documented).as(metric).anyMatch(name -> metric.matches(name.replace('.', '_') + ENDINGS));
        }
    }
}
