package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;

/** An officer sees that nothing is missing, switches what is recorded, mends what was refused; and anybody can verify the archive. */
class ProofIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CHECKPOINTS = Path.of("target/proof-checkpoints").toAbsolutePath();

    private static final TestServer SERVER = TestServer.named("proof")
            .with("persistentchat.compliance.resend-seconds", "2")
            .with("persistentchat.compliance.sweep-seconds", "1")
            .with("persistentchat.compliance.seal-millis", "200")
            .with("persistentchat.compliance.checkpoint-seconds", "0")
            .with("persistentchat.compliance.compare-seconds", "1")
            .with("persistentchat.compliance.checkpoint-directory", CHECKPOINTS.toString());
    private static final ArchiveReader ARCHIVE = new ArchiveReader(SERVER);
    private static final Verifier VERIFIER = new Verifier(SERVER, CHECKPOINTS);

    private final ChatServer chat = new ChatServer(SERVER.address());
    private final ChatServer.Person ana = chat.newPerson();
    private final Officer officer = Officer.appointed(chat);
    private final String room = chat.newRoom("open");

    @BeforeAll
    static void start() throws IOException {
        if (Files.isDirectory(CHECKPOINTS)) {
            try (var files = Files.list(CHECKPOINTS)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private void say(String in, String... bodies) {
        try (ChatClient client = ChatClient.connect(chat, ana.token())) {
            client.enter(in);
            for (String body : bodies) {
                assertThat(client.post(in, UUID.randomUUID().toString(), body).has("ok"))
                        .isTrue();
            }
        }
    }

    /** Waits until all that has happened so far was compared. */
    private JsonNode compared() {
        String before = upTo(officer.status());
        String[] later = new String[1];
        await().atMost(PATIENCE).until(() -> {
            later[0] = upTo(officer.status());
            return later[0].compareTo(before) > 0;
        });
        await().atMost(PATIENCE).until(() -> upTo(officer.status()).compareTo(later[0]) > 0);
        return officer.status();
    }

    private static String upTo(JsonNode status) {
        return status.at("/archive/comparedUpTo").asText();
    }

    @Test
    void whatIsSaidIsSealedComparedAndVerified() {
        say(room, "one", "two", "three");
        JsonNode status = compared();
        assertThat(status.path("complete").asBoolean()).as(status.toString()).isTrue();
        assertThat(status.at("/archive/missing").asLong()).isZero();
        assertThat(status.at("/archive/records").asLong()).isGreaterThanOrEqualTo(5);
        Verifier.Answer answer = VERIFIER.verify();
        assertThat(answer.text()).contains("Nothing was changed.");
        assertThat(answer.status()).isZero();
    }

    @Test
    void aRecordThatIsChangedInTheDatabaseIsNamedByTheVerifier() {
        say(room, "as it was said");
        compared();
        String id = ARCHIVE.value("SELECT RAWTOHEX(record_id) FROM compliance_record WHERE content = 'as it was said'");
        ARCHIVE.execute("UPDATE compliance_record SET content = 'something else' WHERE content = 'as it was said'");
        try {
            Verifier.Answer answer = VERIFIER.verify();
            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.text().replace("-", ""))
                    .contains("RECORD_CHANGED", id.toLowerCase(java.util.Locale.ROOT));
        } finally {
            ARCHIVE.execute("UPDATE compliance_record SET content = 'as it was said' WHERE content = 'something else'");
        }
    }

    @Test
    void aCategoryThatIsLeftOutIsNotRecordedAndNothingIsMissing() {
        String category = chat.room(room).at("/category/id").asText();
        say(room, "before");
        officer.records("/compliance/scope/categories/" + category, false);
        try {
            assertThat(officer.get("/compliance/scope").path("excluded"))
                    .extracting(JsonNode::asText)
                    .containsExactly(category);
            say(room, "meanwhile");
        } finally {
            officer.records("/compliance/scope/categories/" + category, true);
        }
        say(room, "after");
        JsonNode status = compared();
        assertThat(status.path("complete").asBoolean()).as(status.toString()).isTrue();
        assertThat(ARCHIVE.facts(room))
                .filteredOn(fact -> fact.kind().equals("POST"))
                .extracting(ArchivedFact::content)
                .containsExactly("before", "after");
        assertThat(ARCHIVE.value(
                        "SELECT COUNT(*) FROM compliance_record WHERE kind = 'RECORDING_CHANGED' AND account = '"
                                + officer.account() + "'"))
                .isEqualTo("2");
    }

    @Test
    void whatTheArchiveRefusesIsADeadLetterUntilItIsReplayed() {
        ARCHIVE.execute(
                "ALTER TABLE compliance_record ADD CONSTRAINT ck_poison CHECK (content IS NULL OR content <> 'poison')");
        String letter;
        try {
            say(room, "good", "poison", "good too");
            await().atMost(PATIENCE)
                    .until(() -> officer.status().path("deadLetters").asLong() == 1);
            JsonNode letters = officer.get("/compliance/dead-letters").path("items");
            letter = letters.path(0).path("id").asText();
            assertThat(letters.path(0).path("records").asInt()).isEqualTo(1);
            JsonNode status = compared();
            assertThat(status.path("complete").asBoolean()).isFalse();
            assertThat(status.at("/archive/missing").asLong()).isEqualTo(1);
            assertThat(status.at("/archive/gaps/0/room").asText()).isEqualTo(room);
        } finally {
            ARCHIVE.execute("ALTER TABLE compliance_record DROP CONSTRAINT ck_poison");
        }
        officer.post("/compliance/dead-letters/" + letter + "/replays", 204);
        officer.post("/compliance/dead-letters/" + letter + "/replays", 404);
        await().atMost(PATIENCE).until(() -> officer.status().path("complete").asBoolean());
        assertThat(ARCHIVE.facts(room))
                .filteredOn(fact -> fact.kind().equals("POST"))
                .extracting(ArchivedFact::content)
                .containsExactlyInAnyOrder("good", "poison", "good too");
    }

    @Test
    void onlyOfficersLookAndTheirLooksAreRecorded() {
        for (String path : List.of("/compliance/status", "/compliance/scope", "/compliance/dead-letters")) {
            assertThat(chat.call("GET", "/api/v1" + path, ana.token(), "").statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(chat.call("GET", "/api/v1" + path, chat.adminToken(), "").statusCode())
                    .as(path)
                    .isEqualTo(403);
            officer.get(path);
        }
        assertThat(chat.call(
                                "PATCH",
                                "/api/v1/compliance/scope",
                                chat.adminToken(),
                                "{\"recorded\":false}",
                                Map.of("If-Match", "*"))
                        .statusCode())
                .isEqualTo(403);
        await().atMost(PATIENCE)
                .until(() -> Integer.parseInt(ARCHIVE.value(
                                "SELECT COUNT(*) FROM compliance_record WHERE kind = 'ARCHIVE_READ' AND account = '"
                                        + officer.account() + "'"))
                        >= 3);
    }
}
