package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Rooms: their settings, who changes them, and what is refused. */
@OnSharedServer
class RoomAdministrationIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final Rest ADMIN = Rest.admin(SERVER);

    private final ChatServer.Person manager = SERVER.newPerson();
    private final ChatServer.Person stranger = SERVER.newPerson();
    private final Rest byManager = Rest.of(SERVER, manager);
    private final Rest byStranger = Rest.of(SERVER, stranger);
    private String category;
    private String room;

    @BeforeEach
    void aRoomWithAManager() {
        category = ADMIN.newCategory("");
        room = ADMIN.newRoom(category, "'managers':['person:" + manager.account() + "']");
    }

    private String path() {
        return "/rooms/" + room;
    }

    @Test
    void aManagerChangesAllButTheCategory() {
        JsonNode changed = byManager.patch(
                path(),
                "{'name':'Renamed " + room
                        + "','description':'d','privacy':'secret','type':'auditorium','invitations':'off'}");

        assertThat(changed.path("name").asText()).isEqualTo("Renamed " + room);
        assertThat(changed.path("privacy").asText()).isEqualTo("secret");
        assertThat(changed.path("type").asText()).isEqualTo("auditorium");
        assertThat(changed.path("invitations").asText()).isEqualTo("off");
        assertThat(changed.at("/changedBy/account").asText()).isEqualTo(manager.account());
        assertThat(changed.at("/createdBy/account").asText()).isEqualTo("admin");
        assertThat(changed.path("changedAt").asText())
                .isGreaterThan(changed.path("createdAt").asText());
        Rest.assertRefused(byManager.ifMatch("PATCH", path(), "*", "{'category':'x'}"), 400, "INVALID_FIELD");
        Rest.assertRefused(
                byManager.ifMatch("POST", path() + "/move", "*", "{'category':'" + category + "'}"),
                403,
                "NOT_PERMITTED");
        Rest.assertRefused(byManager.ifMatch("DELETE", path(), "*", ""), 403, "NOT_PERMITTED");
    }

    @Test
    void whoIsNoManagerChangesNothing() {
        Rest.assertRefused(byStranger.ifMatch("PATCH", path(), "*", "{'name':'x'}"), 403, "NOT_PERMITTED");
        Rest.assertRefused(byStranger.call("POST", path() + "/disable", ""), 403, "NOT_PERMITTED");
        Rest.assertRefused(byStranger.call("POST", path() + "/members", "{'add':{}}"), 403, "NOT_PERMITTED");
        Rest.assertRefused(byStranger.ifMatch("DELETE", path(), "*", ""), 403, "NOT_PERMITTED");
        Rest.assertRefused(byStranger.call("GET", path() + "/members", ""), 403, "NOT_A_MEMBER");
        Rest.assertRefused(byStranger.call("GET", path() + "/requests", ""), 403, "NOT_PERMITTED");
        Rest.assertRefused(byStranger.call("GET", "/rooms?scope=all", ""), 403, "NOT_PERMITTED");
    }

    @Test
    void aSecretRoomAnswersEverythingAsOneThatDoesNotExist() {
        byManager.patch(path(), "{'privacy':'secret'}");
        List<String[]> calls = List.of(
                new String[] {"GET", "", ""},
                new String[] {"PATCH", "", "{'name':'x'}"},
                new String[] {"DELETE", "", ""},
                new String[] {"POST", "/disable", ""},
                new String[] {"POST", "/enable", ""},
                new String[] {"POST", "/move", "{'category':'x'}"},
                new String[] {"POST", "/move", "{'category':'" + category + "','dryRun':true}"},
                new String[] {"GET", "/members", ""},
                new String[] {"GET", "/members?relation=nothing", ""},
                new String[] {"POST", "/members", "{'add':{'members':['person:nobody']}}"},
                new String[] {"POST", "/members", "{'mad':7}"},
                new String[] {"DELETE", "/members/me", ""},
                new String[] {"POST", "/requests", ""},
                new String[] {"GET", "/requests", ""},
                new String[] {"POST", "/requests/ana/approve", ""},
                new String[] {"POST", "/requests/ana/deny", ""},
                new String[] {"DELETE", "/requests/me", ""});
        for (String[] call : calls) {
            HttpResponse<String> secret = byStranger.ifMatch(call[0], path() + call[1], "*", call[2]);
            HttpResponse<String> absent = byStranger.ifMatch(call[0], "/rooms/zzzzzzzzzzzz" + call[1], "*", call[2]);
            assertThat(secret.body()).as(call[0] + call[1]).isEqualTo(absent.body());
            assertThat(secret.statusCode()).isEqualTo(absent.statusCode());
            assertThat(secret.headers().map().keySet())
                    .isEqualTo(absent.headers().map().keySet());
        }
        Rest.assertRefused(byStranger.call("GET", path(), ""), 404, "ROOM_NOT_FOUND");
        assertThat(ADMIN.get(path()).path("privacy").asText()).isEqualTo("secret");
    }

    @Test
    void ofManyWhoChangeTheSameRoomAtTheSameMomentOneWins() {
        String etag = ADMIN.etag(path());
        List<CompletableFuture<HttpResponse<String>>> changes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> ADMIN.ifMatch("PATCH", path(), etag, "{'description':'by " + i + "'}")))
                .toList();
        List<HttpResponse<String>> answers =
                changes.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
        String winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer ->
                        ChatServer.json(answer.body()).path("description").asText())
                .findFirst()
                .orElseThrow();
        assertThat(ADMIN.get(path()).path("description").asText()).isEqualTo(winner);
        Rest.assertRefused(ADMIN.call("PATCH", path(), "{'description':'x'}"), 428, "PRECONDITION_REQUIRED");
    }

    @Test
    void aNameThatIsTakenOrNoneIsRefused() {
        String other =
                ADMIN.get("/rooms/" + ADMIN.newRoom(category, "")).path("name").asText();

        Rest.assertRefused(byManager.ifMatch("PATCH", path(), "*", "{'name':'" + other + "'}"), 409, "ROOM_NAME_TAKEN");
        for (String name : List.of("", " ", "a\\u0000b", "x".repeat(257))) {
            Rest.assertRefused(byManager.ifMatch("PATCH", path(), "*", "{'name':'" + name + "'}"), 400, "NAME_INVALID");
        }
    }

    @Test
    void aDisabledRoomIsFoundByThoseWhoManageItOnly() {
        byManager.post(path() + "/disable", "");

        Rest.assertRefused(byStranger.call("GET", path(), ""), 404, "ROOM_NOT_FOUND");
        assertThat(byStranger.get("/rooms?disabled=true").path("items")).isEmpty();
        assertThat(byManager.get("/rooms?disabled=true").at("/items/0/id").asText())
                .isEqualTo(room);
        assertThat(ADMIN.get("/rooms?disabled=true&category=" + category).path("items"))
                .hasSize(1);
        assertThat(byManager.get("/rooms?category=" + category).path("items")).isEmpty();
        assertThat(ADMIN.get("/rooms?scope=all&category=" + category).path("items"))
                .hasSize(1);
        assertThat(byManager.post(path() + "/enable", "").path("disabled").asBoolean())
                .isFalse();
        assertThat(byStranger.get(path()).path("id").asText()).isEqualTo(room);
    }

    @Test
    void roomsAreFoundByWhatTheyAre() {
        String auditorium = ADMIN.newRoom(
                category,
                "'type':'auditorium','privacy':'open','description':'Quarterly figures','members':['person:"
                        + stranger.account() + "']");
        String in = "/rooms?category=" + category;

        assertThat(ids(ADMIN, in + "&type=auditorium")).containsExactly(auditorium);
        assertThat(ids(ADMIN, in + "&privacy=closed")).containsExactly(room);
        assertThat(ids(ADMIN, in + "&name=figures")).isEmpty();
        assertThat(ids(ADMIN, in + "&name=FIGURES&descriptions=true")).containsExactly(auditorium);
        assertThat(ids(byStranger, in + "&member=me")).containsExactly(auditorium);
        assertThat(ids(byManager, in + "&manager=me")).containsExactly(room);
        assertThat(ids(ADMIN, in + "&member=person:" + stranger.account())).containsExactly(auditorium);
        Rest.assertRefused(byStranger.call("GET", in + "&member=person:admin", ""), 403, "NOT_PERMITTED");
    }

    private static List<String> ids(Rest by, String path) {
        return by.get(path).path("items").findValuesAsText("id").stream()
                .distinct()
                .filter(id -> path.indexOf(id) < 0)
                .toList();
    }

    @Test
    void aMovedRoomLosesWhoIsOutsideAndSaysSo() {
        String target = ADMIN.newCategory("'denied':['person:" + stranger.account() + "']");
        String names = "['person:" + stranger.account() + "','person:" + manager.account() + "','group:everyone']";
        ADMIN.post(path() + "/members", "{'add':{'members':" + names + "}}");
        String to = "{'category':'" + target + "','dryRun':true}";

        JsonNode would = ADMIN.post(path() + "/move", to);
        assertThat(would.at("/removed/members")).hasSize(1);
        assertThat(ADMIN.get(path()).at("/category/id").asText()).isEqualTo(category);

        JsonNode did = ChatServer.json(
                ADMIN.ifMatch("POST", path() + "/move", ADMIN.etag(path()), to.replace("true", "false")), 200);
        assertThat(did.at("/removed/members/0").asText()).isEqualTo("person:" + stranger.account());
        assertThat(ADMIN.get(path()).at("/category/id").asText()).isEqualTo(target);
        assertThat(ADMIN.get(path() + "/members").path("items")).hasSize(2);
        Rest.assertRefused(
                ADMIN.ifMatch("POST", path() + "/move", "*", "{'category':'" + target + "'}"), 409, "SAME_CATEGORY");
        Rest.assertRefused(
                ADMIN.ifMatch("POST", path() + "/move", "*", "{'category':'zzzzzzzzzzzz'}"), 404, "CATEGORY_NOT_FOUND");
    }

    @Test
    void addInsAreShownByRoomsAndNotDeletedWhileTheyAre() {
        String name = "Add-in " + UUID.randomUUID();
        String addIn = ADMIN.post("/add-ins", "{'name':'" + name + "','url':'https://plan.example/x'}")
                .path("id")
                .asText();

        JsonNode shown = byManager.patch(path(), "{'addIns':['" + addIn + "']}");
        assertThat(shown.at("/addIns/0/name").asText()).isEqualTo(name);
        assertThat(shown.at("/addIns/0/url").asText()).isEqualTo("https://plan.example/x");
        ADMIN.patch("/add-ins/" + addIn, "{'url':'https://plan.example/y'}");
        assertThat(byManager.get(path()).at("/addIns/0/url").asText()).isEqualTo("https://plan.example/y");
        Rest.assertRefused(ADMIN.ifMatch("DELETE", "/add-ins/" + addIn, "*", ""), 409, "ADD_IN_IN_USE");
        byManager.patch(path(), "{'addIns':null}");
        ADMIN.delete("/add-ins/" + addIn);
        Rest.assertRefused(
                byManager.ifMatch("PATCH", path(), "*", "{'addIns':['" + addIn + "']}"), 404, "ADD_IN_NOT_FOUND");
        Rest.assertRefused(
                ADMIN.call("POST", "/add-ins", "{'name':'a','url':'http://plan.example'}"),
                400,
                "ADD_IN_ADDRESS_INVALID");
        Rest.assertRefused(
                byManager.call("POST", "/add-ins", "{'name':'a','url':'https://plan.example'}"), 403, "NOT_PERMITTED");
    }

    @Test
    void roomsAreMadeByTheHundredAllOrNone() {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 200; i++) {
            many.append("{'name':'Many ")
                    .append(i)
                    .append(' ')
                    .append(room)
                    .append("','category':'")
                    .append(category)
                    .append("','members':['person:")
                    .append(stranger.account())
                    .append("']},");
        }
        many.setCharAt(many.length() - 1, ']');

        assertThat(ADMIN.post("/rooms/bulk", many.toString()).path("items")).hasSize(200);
        assertThat(ids(byStranger, "/rooms?member=me&limit=500&category=" + category))
                .hasSize(200);
        String oneTaken = "[{'name':'New " + room + "','category':'" + category + "'},{'name':'Many 7 " + room
                + "','category':'" + category + "'}]";
        Rest.assertRefused(ADMIN.call("POST", "/rooms/bulk", oneTaken), 409, "ROOM_NAME_TAKEN");
        assertThat(ids(ADMIN, "/rooms?name=New ".replace(" ", "%20") + room)).isEmpty();
    }
}
