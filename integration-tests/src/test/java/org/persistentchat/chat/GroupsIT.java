package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Groups by REST: what is refused and how, and that a change takes effect at once. */
@OnSharedServer
class GroupsIT {
    private static final ChatServer SERVER = new ChatServer();

    private final Administering admin = new Administering(SERVER, SERVER.adminToken());

    private static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    private String group(String name, String... members) {
        String list =
                List.of(members).stream().map(member -> "'" + member + "'").collect(Collectors.joining(","));
        return admin.post("/groups", "{'name':'" + name + "','members':[" + list + "]}", 201)
                .path("id")
                .asText();
    }

    private String category(String lists) {
        return admin.post("/categories", "{'name':'" + unique("Category") + "'," + lists + "}", 201)
                .path("id")
                .asText();
    }

    private String room(String category, String lists) {
        String body = "{'name':'" + unique("Room") + "','category':'" + category + "'," + lists + "}";
        return admin.post("/rooms", body, 201).path("id").asText();
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asText();
    }

    @Test
    void aGroupIsFoundChangedAndDeleted() {
        String name = unique("Sales");
        String id = group(name, "person:ana");
        JsonNode read = admin.get("/groups/" + id);
        assertThat(read.path("name").asText()).isEqualTo(name);
        assertThat(read.path("kind").asText()).isEqualTo("group");
        assertThat(read.path("members").asInt()).isEqualTo(1);
        assertThat(admin.get("/groups?name="
                                + name.toUpperCase(java.util.Locale.ROOT).replace(" ", "%20"))
                        .path("items"))
                .hasSize(1);
        assertThat(admin.get("/groups/" + id + "/members")
                        .at("/items/0/principal")
                        .asText())
                .isEqualTo("person:ana");

        admin.patch("/groups/" + id, "{'description':'Who sells'}", 200);
        assertThat(admin.get("/groups/" + id).path("description").asText()).isEqualTo("Who sells");
        assertThat(admin.delete("/groups/" + id)).isEmpty();
        assertThat(code(ChatServer.json(admin.ask("GET", "/groups/" + id, "", ""), 404)))
                .isEqualTo("GROUP_NOT_FOUND");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        for (String name : List.of("", " ", "x".repeat(257), "a\\tb", " a", "\\u0000")) {
            assertThat(code(admin.post("/groups", "{'name':'" + name + "'}", 400)))
                    .as(name)
                    .isEqualTo("NAME_INVALID");
        }
        String name = unique("Twice");
        group(name);
        assertThat(code(admin.post("/groups", "{'name':'" + name.toUpperCase(java.util.Locale.ROOT) + "'}", 409)))
                .isEqualTo("GROUP_NAME_TAKEN");
        admin.post("/groups", "{'kind':'unit','name':'" + name + "'}", 201);
        assertThat(code(admin.post("/groups", "{'name':'Everyone'}", 409))).isEqualTo("GROUP_NAME_TAKEN");
        assertThat(code(admin.post("/groups", "{'name':'" + unique("X") + "','members':['person:nobody-x']}", 404)))
                .isEqualTo("PERSON_NOT_FOUND");
        assertThat(code(admin.post("/groups", "{'name':'" + unique("X") + "','members':['group:no-such']}", 404)))
                .isEqualTo("GROUP_NOT_FOUND");
        assertThat(code(admin.post("/groups", "{'name':'" + unique("X") + "','kind':'club'}", 400)))
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void aStaleTagChangesNothing() {
        String id = group(unique("Stale"));
        String seen = admin.tag("/groups/" + id);
        ChatServer.json(admin.ask("PATCH", "/groups/" + id, seen, "{'description':'first'}"), 200);
        assertThat(code(ChatServer.json(admin.ask("PATCH", "/groups/" + id, seen, "{'description':'second'}"), 412)))
                .isEqualTo("PRECONDITION_FAILED");
        assertThat(code(ChatServer.json(admin.ask("PATCH", "/groups/" + id, "", "{'description':'third'}"), 428)))
                .isEqualTo("PRECONDITION_REQUIRED");
        assertThat(admin.get("/groups/" + id).path("description").asText()).isEqualTo("first");
    }

    @Test
    void groupsDoNotContainThemselves() {
        String name = unique("Outer");
        String inner = unique("Inner");
        String outerId = group(name);
        String innerId = group(inner);
        admin.post("/groups/" + outerId + "/members", "{'add':['group:" + inner + "']}", 200);
        assertThat(code(admin.post("/groups/" + innerId + "/members", "{'add':['group:" + name + "']}", 409)))
                .isEqualTo("GROUP_CYCLE");
        assertThat(code(admin.post("/groups/" + outerId + "/members", "{'add':['group:" + name + "']}", 409)))
                .isEqualTo("GROUP_CYCLE");
    }

    @Test
    void twoAdministratorsDoNotCloseACycleTogether() {
        for (int round = 0; round < 5; round++) {
            String left = unique("Left");
            String right = unique("Right");
            String leftId = group(left);
            String rightId = group(right);
            List<CompletableFuture<Integer>> both = List.of(
                    CompletableFuture.supplyAsync(() -> admin.ask(
                                    "POST", "/groups/" + leftId + "/members", "", "{'add':['group:" + right + "']}")
                            .statusCode()),
                    CompletableFuture.supplyAsync(() -> admin.ask(
                                    "POST", "/groups/" + rightId + "/members", "", "{'add':['group:" + left + "']}")
                            .statusCode()));
            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void membersComeAndGoByTheThousand() {
        String prefix = "m-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        for (int from = 0; from < 2_000; from += 1_000) {
            String people = IntStream.range(from, from + 1_000)
                    .mapToObj(number -> "{'account':'" + prefix + number + "','name':'M " + number + "'}")
                    .collect(Collectors.joining(",", "[", "]"));
            admin.post("/people", people, 201);
        }
        String names = IntStream.range(0, 2_000)
                .mapToObj(number -> "'person:" + prefix + number + "'")
                .collect(Collectors.joining(","));
        String id = group(unique("Many"));
        JsonNode added = admin.post("/groups/" + id + "/members", "{'add':[" + names + "]}", 200);
        assertThat(added.path("added").asInt()).isEqualTo(2_000);
        assertThat(admin.post("/groups/" + id + "/members", "{'add':[" + names + "]}", 200)
                        .path("added")
                        .asInt())
                .isZero();
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = admin.get("/groups/" + id + "/members?limit=500" + after);
            page.path("items").forEach(item -> all.add(item.path("principal").asText()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        assertThat(all).hasSize(2_000).doesNotHaveDuplicates();
        assertThat(admin.post("/groups/" + id + "/members", "{'remove':[" + names + "]}", 200)
                        .path("removed")
                        .asInt())
                .isEqualTo(2_000);
    }

    @Test
    void whoLosesTheGroupIsPutOutOfTheRoom() {
        ChatServer.Person person = SERVER.newPerson();
        String name = unique("Project");
        String id = group(name, "person:" + person.account());
        String room = room(category("'allowed':['group:everyone']"), "'members':['group:" + name + "']");
        try (ChatClient client = ChatClient.connect(SERVER, person.token())) {
            client.enter(room);
            admin.post("/groups/" + id + "/members", "{'remove':['person:" + person.account() + "']}", 200);
            assertThat(client.push("left").path("room").asText()).isEqualTo(room);
        }
    }

    @Test
    void aGroupThatKeepsPeopleOutIsNotDeletedByTheWay() {
        ChatServer.Person person = SERVER.newPerson();
        String inner = unique("Traders");
        String outer = unique("Kept out");
        String innerId = group(inner, "person:" + person.account());
        String outerId = group(outer, "group:" + inner);
        String category = category("'allowed':['group:everyone'],'denied':['group:" + outer + "']");
        String room = room(category, "'privacy':'open'");
        assertThat(admin.delete("/groups/" + outerId)).isEqualTo("GROUP_DENIES");
        assertThat(admin.delete("/groups/" + innerId)).isEqualTo("GROUP_DENIES");
        Administering they = new Administering(SERVER, person.token());
        assertThat(they.ask("GET", "/rooms/" + room, "", "").statusCode()).isEqualTo(404);

        assertThat(admin.delete("/groups/" + outerId + "?force=true")).isEmpty();
        assertThat(they.ask("GET", "/rooms/" + room, "", "").statusCode()).isEqualTo(200);
        JsonNode entry =
                admin.get("/audit?action=group.delete&subject=group:" + outerId).at("/items/0");
        assertThat(entry.at("/before/entries/0").asText()).startsWith("denied of category");
        assertThat(entry.at("/before/members/0").asText()).isEqualTo("group:" + inner);
    }

    @Test
    void nobodyElseAdministersGroups() {
        Administering they = new Administering(SERVER, SERVER.newPerson().token());
        String id = group(unique("Not yours"));
        assertThat(they.ask("GET", "/groups", "", "").statusCode()).isEqualTo(403);
        assertThat(they.ask("GET", "/groups/" + id, "", "").statusCode()).isEqualTo(403);
        assertThat(they.ask("POST", "/groups", "", "{'name':'x'}").statusCode()).isEqualTo(403);
        assertThat(they.ask("PATCH", "/groups/" + id, "*", "{'name':'x'}").statusCode())
                .isEqualTo(403);
        assertThat(they.ask("DELETE", "/groups/" + id, "*", "").statusCode()).isEqualTo(403);
        assertThat(they.ask("POST", "/groups/" + id + "/members", "", "{'add':[]}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(they.ask("GET", "/groups/" + id + "/members", "", "").statusCode())
                .isEqualTo(403);
    }
}
