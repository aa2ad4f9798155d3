package org.persistentchat.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.progress.Progress;
import org.persistentchat.loadtest.replay.ReplayReport;

/** What was said is what adapters export, in every format. */
class ExportsIT {

    @TempDir
    static Path folder;

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
        ExportedArchive exported = new ExportedArchive(SERVER.complianceUrl(), folder, officer);

        ReplayReport report = Replaying.sample(SERVER, "exports", Progress.SILENT, exported);

        assertThat(report.posts()).isGreaterThan(400);
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
        assertThat(officer.run("csv")).isEqualTo(202);
        assertThat(officer.run("unknown")).isEqualTo(404);
    }

    @Test
    void anAdapterWithAFaultyConfigurationSaysWhatIsWrong() {
        Officer officer = Officer.appointed(new ChatServer(SERVER.address()));
        JsonNode faulty = officer.adapter("faulty");
        assertThat(faulty.path("problem").asText()).contains("none-of-ours");
        assertThat(officer.run("faulty")).isEqualTo(409);
    }
}
