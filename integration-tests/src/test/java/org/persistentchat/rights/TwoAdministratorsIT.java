package org.persistentchat.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.OnSharedServer;
import org.persistentchat.harness.TestServer;

/** Administrators who change the same thing do not overwrite each other: who has seen an older state is told so, and nobody's change is lost. */
@OnSharedServer
class TwoAdministratorsIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final int AT_ONCE = 6;
    private static Staff staff;
    private static Things things;

    @BeforeAll
    static void hire(TestServer process) {
        staff = new Staff(SERVER, process);
        things = new Things(SERVER, staff);
    }

    @AfterAll
    static void goHome() {
        things.close();
        staff.close();
    }

    private record Change(String path, String member) {
        static Change of(String text) {
            String[] words = text.split(" ", 2);
            String path = things.about(new CallTable.Row("", "PATCH", words[0], "", List.of()), Role.ADMINISTRATOR)
                    .path();
            return new Change("/api/v1" + path, words[1]);
        }

        String body(Object value) {
            return "{\"" + member + "\":" + (value instanceof Integer ? value : "\"" + value + "\"") + "}";
        }

        HttpResponse<String> made(String tag, Object value) {
            Map<String, String> headers = tag.isEmpty() ? Map.of() : Map.of("If-Match", tag);
            return SERVER.call("PATCH", path, SERVER.adminToken(), body(value), headers);
        }

        HttpResponse<String> seen() {
            return SERVER.call("GET", path, SERVER.adminToken(), "");
        }

        String tag() {
            return seen().headers().firstValue("ETag").orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rooms/{room} description",
                "/categories/{category} description",
                "/groups/{group} description",
                "/add-ins/{add-in} name",
                "/people/{other} name"
            })
    void whoHasSeenAnOlderStateChangesNothing(String what) {
        Change change = Change.of(what);
        String seen = change.tag();
        ChatServer.json(change.made(seen, UUID.randomUUID()), 200);
        String now = change.seen().body();

        assertRefused(change.made(seen, "too late"), 412, "PRECONDITION_FAILED");
        assertRefused(change.made("", "unseen"), 428, "PRECONDITION_REQUIRED");
        assertRefused(change.made("W/" + change.tag(), "weak"), 412, "PRECONDITION_FAILED");
        assertRefused(change.made("nonsense", "nonsense"), 412, "PRECONDITION_FAILED");
        assertThat(change.seen().body()).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/rooms/{new-room}", "/categories/{new-category}", "/groups/{new-group}", "/add-ins/{new-add-in}"
            })
    void whoHasSeenAnOlderStateDeletesNothing(String what) {
        Change change = Change.of(what + " name");
        String seen = change.tag();
        ChatServer.json(change.made(seen, "Changed " + UUID.randomUUID()), 200);

        assertRefused(deleted(change, Map.of("If-Match", seen)), 412, "PRECONDITION_FAILED");
        assertRefused(deleted(change, Map.of()), 428, "PRECONDITION_REQUIRED");
        assertThat(change.seen().statusCode()).isEqualTo(200);
        assertThat(deleted(change, Map.of("If-Match", change.tag())).statusCode())
                .isEqualTo(204);
    }

    private static HttpResponse<String> deleted(Change change, Map<String, String> headers) {
        return SERVER.call("DELETE", change.path(), SERVER.adminToken(), "", headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rooms/{room} description",
                "/categories/{category} description",
                "/groups/{group} description",
                "/add-ins/{add-in} name",
                "/people/{other} name"
            })
    void ofManyAtTheSameMomentOneIsFirst(String what) {
        Change change = Change.of(what);
        String seen = change.tag();
        List<HttpResponse<String>> answers =
                together(index -> change.made(seen, "By " + index + " " + UUID.randomUUID()));

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        JsonNode winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> ChatServer.json(answer.body()))
                .findFirst()
                .orElseThrow();
        assertThat(ChatServer.json(change.seen().body()).path(change.member())).isEqualTo(winner.path(change.member()));
    }

    @Test
    void theConfigurationIsChangedByOneOfThem() {
        Change change = Change.of("/configuration KeyCharacters");
        String seen = change.tag();

        assertThat(together(index -> change.made(seen, 64)))
                .extracting(HttpResponse::statusCode)
                .containsOnly(200, 412);
        assertRefused(change.made(seen, 63), 412, "PRECONDITION_FAILED");
        assertRefused(change.made("", 63), 428, "PRECONDITION_REQUIRED");
        String back = "{\"KeyCharacters\":null}";
        ChatServer.json(SERVER.call("PATCH", change.path(), SERVER.adminToken(), back, Map.of("If-Match", "*")), 200);
    }

    /** Lists are changed by what is added and removed, so that nobody's change is lost. */
    @Test
    void membersThatManyAddAtTheSameMomentAreAllThere() {
        List<String> accounts = IntStream.range(0, AT_ONCE)
                .mapToObj(index -> SERVER.newPerson().account())
                .toList();
        String members = Change.of("/rooms/{new-room}/members x").path();
        List<HttpResponse<String>> answers = together(index -> SERVER.call(
                "POST",
                members,
                SERVER.adminToken(),
                "{\"add\":{\"members\":[\"person:" + accounts.get(index) + "\"]}}"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(SERVER.call("GET", members, SERVER.adminToken(), "").body()).contains(accounts);
    }

    /** Whoever deletes and whoever changes see one of the two orders. */
    @Test
    void aRoomIsChangedOrGone() {
        Change change = Change.of("/rooms/{new-room} description");
        String seen = change.tag();
        List<HttpResponse<String>> answers = together(
                index -> index == 0 ? deleted(change, Map.of("If-Match", seen)) : change.made(seen, "By " + index));

        assertThat(answers.stream().filter(answer -> answer.statusCode() < 300)).hasSize(1);
        assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(200, 204, 404, 412);
        boolean gone = answers.get(0).statusCode() == 204;
        assertThat(change.seen().statusCode()).isEqualTo(gone ? 404 : 200);
    }

    /** Each wants the other's name, and each name is that of one room. */
    @Test
    void aNameIsGivenOnce() {
        List<Change> rooms = Stream.generate(() -> Change.of("/rooms/{new-room} name"))
                .limit(AT_ONCE)
                .toList();
        String wanted = "Wanted " + UUID.randomUUID();

        assertThat(together(index -> rooms.get(index).made("*", wanted)))
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    private static List<HttpResponse<String>> together(java.util.function.IntFunction<HttpResponse<String>> change) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(index -> CompletableFuture.supplyAsync(() -> change.apply(index)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(ChatServer.json(answer, status).path("code").asText()).isEqualTo(code);
    }
}
