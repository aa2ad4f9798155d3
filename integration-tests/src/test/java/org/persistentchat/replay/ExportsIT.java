package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.compliance.Officer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.irc.ChannelLog;
import org.persistentchat.loadtest.irc.LogFiles;
import org.persistentchat.loadtest.irc.SampleLogs;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.ReplayReport;

/**
 * What was said is what adapters export, in every format. Of the sample, or of the logs that {@code -Dpersistentchat.test.logs=PATH} names (a file, or a folder
 * of files as {@link LogFiles} finds them).
 */
class ExportsIT {

    @TempDir
    static Path folder;

    private static final @Nullable String LOGS = System.getProperty("persistentchat.test.logs");
    private static final TestServer SERVER = TestServer.named("exports");

    @BeforeAll
    static void start() {
        SERVER.with("persistentchat.compliance.adapters", "xml,csv,mail,faulty");
        SERVER.with("persistentchat.compliance.adapter.mail.type", "eml");
        SERVER.with("persistentchat.compliance.adapter.faulty.type", "none-of-ours");
        for (String name : ExportedArchive.ADAPTERS) {
            SERVER.with(
                    "persistentchat.compliance.adapter." + name + ".directory",
                    folder.resolve(name).toString());
        }
        SERVER.with("persistentchat.compliance.adapter.xml.one-room-per-file", "true");
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyMessageIsInXmlCsvAndEmlOnceInOrderAsInHistory() {
        ChatServer chat = new ChatServer(SERVER.address());
        Officer officer = Officer.appointed(chat);
        ExportedArchive exported = new ExportedArchive(SERVER, folder, officer, ExportedArchive.Lateness.NONE);
        List<ChannelLog> logs = LOGS == null ? SampleLogs.read() : LogFiles.read(Path.of(LOGS));

        ReplayReport report = Replaying.of(logs, SERVER, "exports", Progress.SILENT, exported);

        assertThat(report.posts()).isGreaterThan(400);
        System.out.print(report.text());
        assertThat(report.passed()).as(report.text()).isTrue();
    }

    @Test
    void onlyComplianceOfficersSeeAdaptersAndHaveThemRun() {
        ChatServer chat = new ChatServer(SERVER.address());
        String runs = "/api/v1/compliance/adapters/csv/runs";
        for (String token : new String[] {chat.adminToken(), chat.newPerson().token()}) {
            assertThat(chat.call("GET", "/api/v1/compliance/adapters", token, "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(chat.call("POST", runs, token, "").statusCode()).isEqualTo(403);
        }
        Officer officer = Officer.appointed(chat);
        assertThat(officer.runAdapter("csv")).isEqualTo(202);
        assertThat(officer.runAdapter("unknown")).isEqualTo(404);
    }

    @Test
    void anAdapterWithAFaultyConfigurationSaysWhatIsWrong() {
        Officer officer = Officer.appointed(new ChatServer(SERVER.address()));
        JsonNode faulty = officer.adapter("faulty");
        assertThat(faulty.path("problem").asText()).contains("none-of-ours");
        assertThat(officer.runAdapter("faulty")).isEqualTo(409);
    }
}
