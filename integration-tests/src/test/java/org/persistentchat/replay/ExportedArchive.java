package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.persistentchat.compliance.Officer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/** The archive as the files of three adapters tell it, which have to agree. */
final class ExportedArchive implements ComplianceArchive {

    static final List<String> ADAPTERS = List.of("xml", "csv", "mail");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String url;
    private final Path schemas;
    private final Path folder;
    private final Officer officer;
    private final JdbcComplianceArchive database;

    /** What adapters of {@code server} write below {@code folder}, in a folder of its own each. */
    ExportedArchive(TestServer server, Path folder, Officer officer) {
        this.url = server.complianceUrl();
        this.schemas = server.layout().home().resolve("persistent-chat/compliance");
        this.folder = folder;
        this.officer = officer;
        this.database = new JdbcComplianceArchive(url, "sa", "sa");
    }

    @Override
    public long count(String room, String kind) {
        return database.count(room, kind);
    }

    @Override
    public List<ArchivedRecord> records(String room) {
        List<ArchivedRecord> archived = database.records(room);
        ADAPTERS.forEach(this::exportAll);
        Map<String, List<ArchivedRecord>> told = new HashMap<>();
        told.put("xml", ExportedFiles.xml(folder.resolve("xml"), room, schemas));
        told.put("csv", ExportedFiles.csv(folder.resolve("csv"), room));
        told.put("mail", ExportedFiles.mail(folder.resolve("mail"), room));
        List<ArchivedRecord> exported = told.getOrDefault("csv", List.of());
        assertThat(told.get("xml")).isEqualTo(exported);
        assertThat(told.get("mail")).isEqualTo(exported);
        assertThat(exported.stream()
                        .filter(record -> record.kind().equals("POST"))
                        .map(ArchivedRecord::sequence))
                .isSorted();
        assertThat(ids(exported)).doesNotHaveDuplicates().containsAll(ids(archived));
        return exported;
    }

    private static List<String> ids(List<ArchivedRecord> records) {
        return records.stream().map(record -> record.id().replace("-", "")).toList();
    }

    /** Until everything that is archived by now is in finished files. */
    private void exportAll(String adapter) {
        long archived = archived();
        Awaitility.await("export of " + archived + " records by " + adapter)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    JsonNode status = officer.adapter(adapter);
                    if (status.path("exported").asLong() < archived
                            && !status.path("requested").asBoolean()) {
                        assertThat(officer.runAdapter(adapter)).isEqualTo(202);
                    }
                    assertThat(status.path("failure").asText()).isEmpty();
                    return status.path("exported").asLong() >= archived;
                });
    }

    private long archived() {
        try (Connection connection = DriverManager.getConnection(url, "sa", "sa");
                ResultSet count = connection.createStatement().executeQuery("SELECT COUNT(*) FROM compliance_record")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException unreadable) {
            throw new AssertionError("The archive cannot be read", unreadable);
        }
    }
}
