package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;

/** Officers find what was said, also what was deleted since, keep it in a case, and leave a record of each look. */
class DiscoveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path CHECKPOINTS =
            Path.of("target/discovery-checkpoints").toAbsolutePath();
    private static final TestServer SERVER = TestServer.named("discovery")
            .with("persistentchat.compliance.seal-millis", "200")
            .with("persistentchat.compliance.checkpoint-directory", CHECKPOINTS.toString());
    private static final Verifier VERIFIER = new Verifier(SERVER, CHECKPOINTS);

    private final ChatServer chat = new ChatServer(SERVER.address());
    private final ChatServer.Person ana = chat.newPerson();
    private final ChatServer.Person bea = chat.newPerson();
    private final Officer officer = Officer.appointed(chat, SERVER.address());
    private final Officer colleague = Officer.appointed(chat);
    private final String room = chat.newRoom("open");
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private List<JsonNode> found(String query) {
        List<JsonNode> items = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = officer.ask("POST", "/compliance/searches", "{" + query + ",'after':" + after + "}", 200);
            page.path("items").forEach(items::add);
            if (!page.has("next")) {
                return items;
            }
            after = page.path("next").asLong();
        }
    }

    private List<JsonNode> awaited(String query, int records) {
        await().atMost(PATIENCE).until(() -> found(query).size() >= records);
        return found(query);
    }

    private String words() {
        return "'words':'" + word.toUpperCase(java.util.Locale.ROOT) + "'";
    }

    /** Says something, edits it, and deletes it. */
    private void sayAndTakeBack() {
        try (ChatClient client = ChatClient.connect(chat, ana.token())) {
            client.enter(room);
            long said = client.post(room, UUID.randomUUID().toString(), word + " first")
                    .at("/ok/seq")
                    .asLong();
            String message = "'room':'" + room + "','target':" + said;
            JsonNode edited = client.ask("'do':'edit','key':'e" + said + "'," + message + ",'body':'second'");
            assertThat(edited.has("ok")).as(edited.toString()).isTrue();
            JsonNode deleted = client.ask("'do':'delete','key':'d" + said + "'," + message);
            assertThat(deleted.has("ok")).as(deleted.toString()).isTrue();
        }
    }

    private static List<String> kinds(List<JsonNode> items) {
        return items.stream().map(item -> item.path("kind").asText()).toList();
    }

    @Test
    void whatWasSaidIsFoundInEveryVersionAlsoAfterItWasDeleted() {
        sayAndTakeBack();
        List<JsonNode> found = awaited(words(), 2);
        assertThat(kinds(found)).containsExactly("POST", "EDIT");
        assertThat(found.get(1).path("previous").asText()).isEqualTo(word + " first");
        assertThat(kinds(awaited("'rooms':['" + room + "'],'person':'" + ana.account() + "','words':'second'", 2)))
                .containsExactly("EDIT", "DELETE");
        assertThat(found(words() + ",'kinds':['EDIT']")).hasSize(1);
        assertThat(found(words() + ",'person':'" + bea.account() + "'")).isEmpty();
        assertThat(found(words() + ",'until':'2020-01-01T00:00:00Z'")).isEmpty();
    }

    @Test
    void whoWasPresentIsFoundWithWhatOthersSaid() {
        try (ChatClient listener = ChatClient.connect(chat, bea.token())) {
            listener.enter(room);
            sayAndTakeBack();
        }
        awaited("'rooms':['" + room + "'],'kinds':['PART'],'person':'" + bea.account() + "'", 1);
        sayAndTakeBack();
        awaited(words(), 4);
        assertThat(kinds(found(words() + ",'present':true,'person':'" + bea.account() + "'")))
                .containsExactly("POST", "EDIT");
    }

    @Test
    void aSearchIsRecordedWithWhatWasAskedForAndHowMuchWasFound() {
        sayAndTakeBack();
        awaited(words(), 2);
        List<JsonNode> looks =
                awaited("'kinds':['ARCHIVE_READ'],'words':'" + word + "','person':'" + officer.account() + "'", 1);
        assertThat(looks.get(looks.size() - 1).path("content").asText()).contains("\"read\":\"search\"", "\"found\":");
    }

    @Test
    void aCaseIsForItsMembersAndKeepsWhatWasPicked() {
        sayAndTakeBack();
        awaited(words(), 2);
        String id = officer.ask("POST", "/compliance/cases", "{'name':'" + word + "'}", 201)
                .path("id")
                .asText();
        String path = "/compliance/cases/" + id;
        colleague.ask("GET", path, "", 404);
        officer.ask("PATCH", path, "{'members':['" + officer.account() + "','" + ana.account() + "']}", 409);
        officer.ask("PATCH", path, "{'members':['" + officer.account() + "','" + colleague.account() + "']}", 200);
        String search = colleague
                .ask("POST", path + "/searches", "{'name':'what ana said','query':{" + words() + "}}", 201)
                .path("id")
                .asText();
        JsonNode picked = colleague.ask("POST", path + "/records", "{'search':'" + search + "'}", 200);
        assertThat(picked.path("added").asInt()).isEqualTo(2);
        assertThat(officer.ask("POST", path + "/records", "{'search':'" + search + "'}", 200)
                        .path("added")
                        .asInt())
                .isZero();
        JsonNode records = officer.get(path + "/records").path("items");
        assertThat(records).hasSize(2);
        long first = records.path(0).path("position").asLong();
        officer.ask("POST", path + "/records", "{'positions':[9007199254740000]}", 404);
        officer.ask("DELETE", path + "/records/" + first, "", 204);
        officer.ask("PATCH", path, "{'closed':true}", 200);
        officer.ask("POST", path + "/records", "{'positions':[" + first + "]}", 409);
        assertThat(officer.get(path).path("records").asInt()).isEqualTo(1);
        assertThat(awaited("'kinds':['ARCHIVE_ACT'],'words':'" + id + "'", 6)).isNotEmpty();
    }

    @Test
    void aPackageOfACaseIsVerifiedWithoutTheArchiveAndWhatIsChangedInItIsFound() throws IOException {
        sayAndTakeBack();
        awaited(words(), 2);
        String path = "/compliance/cases/"
                + officer.ask("POST", "/compliance/cases", "{'name':'sealed'}", 201)
                        .path("id")
                        .asText();
        officer.ask("GET", path + "/package", "", 409);
        String search = officer.ask("POST", path + "/searches", "{'name':'all of it','query':{" + words() + "}}", 201)
                .path("id")
                .asText();
        officer.ask("POST", path + "/records", "{'search':'" + search + "'}", 200);
        byte[] zip = officer.download(path + "/package", "application/zip");
        Path file = Files.write(Path.of("target/discovery-package.zip"), zip);
        Verifier.Answer answer = VERIFIER.verifyPackage(file);
        assertThat(answer.text()).contains("\"sealed\"", "2 records of", "Nothing was changed.");
        assertThat(answer.status()).isZero();
        zip[zip.length / 4] ^= 1;
        assertThat(VERIFIER.verifyPackage(Files.write(file, zip)).status()).isEqualTo(1);
        colleague.ask("GET", path + "/package", "", 404);
    }
}
