package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.persistentchat.harness.OnSharedServer;

/** The REST interface: its answers, and its refusals as problem+json. */
@OnSharedServer
class RestIT {
    private static final ChatServer SERVER = new ChatServer();

    private final ChatServer.Person person = SERVER.newPerson();

    @Test
    void aPersonSeesThemselves() {
        JsonNode me = ChatServer.json(SERVER.call("GET", "/api/v1/people/me", person.token(), ""), 200);

        assertThat(me.path("account").asText()).isEqualTo(person.account());
        assertThat(me.path("roles")).isEmpty();
    }

    @Test
    void tokensAndTicketsAreKeptByNoCache() {
        HttpResponse<String> ticket = SERVER.call("POST", "/api/v1/tickets", person.token(), "");

        assertThat(ticket.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void roomsAreFoundByNameAndPage() {
        String room = SERVER.newRoom("open");
        String name = ChatServer.json(SERVER.call("GET", "/api/v1/rooms/" + room, person.token(), ""), 200)
                .path("name")
                .asText();
        String query = "/api/v1/rooms?limit=1&name=" + name.substring(5, 20).toUpperCase(java.util.Locale.ROOT);
        JsonNode page = ChatServer.json(SERVER.call("GET", query, person.token(), ""), 200);

        assertThat(page.path("items")).hasSize(1);
        assertThat(page.at("/items/0/id").asText()).isEqualTo(room);
        assertThat(page.has("next")).isFalse();
    }

    @Test
    void anAccountThatExistsIsSkippedIfThatIsAsked() {
        String people = "[{\"account\":\"" + person.account() + "\",\"name\":\"X\"},{\"account\":\"q-"
                + UUID.randomUUID() + "\",\"name\":\"Y\"}]";
        JsonNode created =
                ChatServer.json(SERVER.call("POST", "/api/v1/people?existing=skip", SERVER.adminToken(), people), 201);

        assertThat(created.path("created").asInt()).isEqualTo(1);
        assertThat(created.path("existing").asInt()).isEqualTo(1);
        assertProblem(SERVER.call("POST", "/api/v1/people", SERVER.adminToken(), people), 409, "ACCOUNT_TAKEN");
    }

    @Test
    void onlyAdministratorsCreatePeople() {
        String somebody = "{\"account\":\"r-" + UUID.randomUUID() + "\",\"name\":\"Z\"}";

        assertProblem(SERVER.call("POST", "/api/v1/people", person.token(), somebody), 403, "NOT_PERMITTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET    | /api/v1/nothing         |               | 404 | UNKNOWN_COMMAND",
                "PUT    | /api/v1/rooms           | {}            | 405 | UNKNOWN_COMMAND",
                "GET    | /api/v1/rooms/none      |               | 404 | ROOM_NOT_FOUND",
                "GET    | /api/v1/rooms?limit=501 |               | 400 | INVALID_FIELD",
                "GET    | /api/v1/rooms?limit=x   |               | 400 | INVALID_FIELD",
                "POST   | /api/v1/rooms           | {             | 400 | MALFORMED",
                "POST   | /api/v1/rooms           | []            | 400 | MALFORMED",
                "POST   | /api/v1/rooms           | {'name':7}    | 400 | INVALID_FIELD",
                "POST   | /api/v1/rooms           | {'name':'a','category':'x'} | 404 | CATEGORY_NOT_FOUND",
                "POST   | /api/v1/tokens          | {'account':'a'} | 400 | INVALID_FIELD",
                "POST   | /api/v1/tokens          | {'account':'nobody','password':'x'} | 401 | WRONG_CREDENTIALS",
            })
    void aCallThatIsWrongGetsAProblem(String method, String path, String body, int status, String code) {
        String content = body == null ? "" : body.replace('\'', '"');

        assertProblem(SERVER.call(method, path, person.token(), content), status, code);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String body = "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";

        assertProblem(SERVER.call("POST", "/api/v1/rooms", person.token(), body), 413, "INVALID_FIELD");
    }

    @Test
    void withoutATokenThereIsNothingToSee() {
        assertProblem(SERVER.call("GET", "/api/v1/rooms", null, ""), 401, "NOT_SIGNED_IN");
        assertProblem(SERVER.call("GET", "/api/v1/rooms", person.token() + "x", ""), 401, "NOT_SIGNED_IN");
    }

    @Test
    void theInterfaceDescribesItselfToEveryone() {
        HttpResponse<String> document = SERVER.call("GET", "/api/v1/openapi", null, "");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(document.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(document.body()).contains("openapi: 3.1").contains("/rooms/{id}:");
    }

    @Test
    void thePageMayRunOnlyWhatTheServerDelivers() {
        HttpResponse<String> page = SERVER.call("GET", "/", null, "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        JsonNode problem = ChatServer.json(response, status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("detail").asText()).isNotBlank();
    }
}
