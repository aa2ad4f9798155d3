package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.persistentchat.compliance.Officer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.verify.ArchivedRecord;
import org.persistentchat.loadtest.verify.ComplianceArchive;
import org.persistentchat.loadtest.verify.JdbcComplianceArchive;

/** The archive as the files of three adapters tell it, which have to agree, and have to tell each record once. */
final class ExportedArchive implements ComplianceArchive {

    /** What a record that reached the archive late does: it is in a later slice, and each adapter begins its slices where it happens to run. */
    enum Lateness {
        /** Nothing was late: all files tell the same in the same order, and the posts of a room by their sequence. */
        NONE,
        /** A server was lost, and what it had not told is archived after what others said since: the order is that within a slice. */
        OF_LOST_SERVERS
    }

    static final List<String> ADAPTERS = List.of("xml", "csv", "mail");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String url;
    private final Path schemas;
    private final Path folder;
    private final Officer officer;
    private final Lateness lateness;
    private final JdbcComplianceArchive database;

    /** What adapters of {@code server} write below {@code folder}, in a folder of its own each. */
    ExportedArchive(TestServer server, Path folder, Officer officer, Lateness lateness) {
        this.url = server.complianceUrl();
        this.schemas = server.layout().home().resolve("persistent-chat/compliance");
        this.folder = folder;
        this.officer = officer;
        this.lateness = lateness;
        this.database = new JdbcComplianceArchive(url, "sa", "sa");
    }

    @Override
    public Map<String, Long> counts(String room, String kind) {
        return database.counts(room, kind);
    }

    @Override
    public List<ArchivedRecord> records(String room) {
        Set<String> archived =
                database.records(room).stream().map(ExportedArchive::id).collect(Collectors.toSet());
        Told told = told(room, archived);
        if (!told.tells(archived)) {
            exportAll();
            told = told(room, archived);
        }
        List<ArchivedRecord> exported = told.csv;
        assertThat(exported.stream().map(ExportedArchive::id)).containsExactlyInAnyOrderElementsOf(archived);
        if (lateness == Lateness.NONE) {
            assertThat(told.xml).isEqualTo(exported);
            assertThat(told.mail).isEqualTo(exported);
            assertThat(exported.stream()
                            .filter(record -> record.kind().equals("POST"))
                            .map(ArchivedRecord::sequence))
                    .isSorted();
        } else {
            assertThat(told.xml).containsExactlyInAnyOrderElementsOf(exported);
            assertThat(told.mail).containsExactlyInAnyOrderElementsOf(exported);
        }
        return exported;
    }

    private Told told(String room, Set<String> archived) {
        return new Told(
                among(archived, ExportedFiles.xml(folder.resolve("xml"), room, schemas)),
                among(archived, ExportedFiles.csv(folder.resolve("csv"), room)),
                among(archived, ExportedFiles.mail(folder.resolve("mail"), room)));
    }

    /** What the finished files say of a room. */
    private record Told(List<ArchivedRecord> xml, List<ArchivedRecord> csv, List<ArchivedRecord> mail) {

        boolean tells(Set<String> archived) {
            return Stream.of(xml, csv, mail)
                    .allMatch(records -> records.stream()
                            .map(ExportedArchive::id)
                            .collect(Collectors.toSet())
                            .containsAll(archived));
        }
    }

    /** Without those that were archived since: some adapters have had them already, some not. */
    private static List<ArchivedRecord> among(Set<String> archived, List<ArchivedRecord> exported) {
        return exported.stream().filter(record -> archived.contains(id(record))).toList();
    }

    private static String id(ArchivedRecord record) {
        return record.id().replace("-", "");
    }

    /** Until everything that is archived by now is in finished files. */
    private void exportAll() {
        long archived = archived();
        ADAPTERS.forEach(adapter -> assertThat(officer.runAdapter(adapter)).isEqualTo(202));
        for (String adapter : ADAPTERS) {
            Awaitility.await("export of " + archived + " records by " + adapter)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> hasExported(adapter, archived));
        }
    }

    private boolean hasExported(String adapter, long records) {
        JsonNode status = officer.adapter(adapter);
        assertThat(status.path("failure").asText()).isEmpty();
        boolean done = status.path("exported").asLong() >= records;
        if (!done && !status.path("requested").asBoolean()) {
            assertThat(officer.runAdapter(adapter)).isEqualTo(202);
        }
        return done;
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
