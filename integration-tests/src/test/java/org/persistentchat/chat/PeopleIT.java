package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** People by REST: who finds whom, what is refused, and that a change takes effect at once on what they have open. */
@OnSharedServer
class PeopleIT {
    private static final ChatServer SERVER = new ChatServer();

    private final Administering admin = new Administering(SERVER, SERVER.adminToken());

    private static String code(JsonNode problem) {
        return problem.path("code").asText();
    }

    private static List<String> accounts(JsonNode page) {
        return page.path("items").findValuesAsText("account");
    }

    @Test
    void peopleAreFoundByAccountAndByWordsOfTheirName() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String body = "{'account':'z" + mark + "','name':'Zoë Q" + mark + " Ruiz','email':'z@example.org'}";
        admin.post("/people", body, 201);
        Administering someone = new Administering(SERVER, SERVER.newPerson().token());
        for (String name :
                List.of("z" + mark, "q" + mark, "Q" + mark.toUpperCase(java.util.Locale.ROOT), "zo%C3%AB%20q" + mark)) {
            JsonNode found = someone.get("/people?name=" + name);
            assertThat(accounts(found)).as(name).containsExactly("z" + mark);
            assertThat(found.at("/items/0").has("email")).isFalse();
        }
        assertThat(accounts(someone.get("/people?name=ruiz%20q" + mark))).containsExactly("z" + mark);
        assertThat(admin.get("/people?name=z" + mark).at("/items/0/email").asText())
                .isEqualTo("z@example.org");
        assertThat(someone.get("/people/z" + mark).path("name").asText()).startsWith("Zo");
    }

    @Test
    void aNameOfBlanksThatDoNotLookLikeOnesIsNoName() {
        Administering someone = new Administering(SERVER, SERVER.newPerson().token());
        for (String blanks : List.of("%C2%A0", "%E2%80%AF%20%E2%80%87")) {
            assertThat(accounts(someone.get("/people?limit=5&name=" + blanks)))
                    .as(blanks)
                    .isEqualTo(accounts(someone.get("/people?limit=5")));
        }
    }

    @Test
    void whoIsMadeWithAPasswordSignsInWithIt() {
        String account = "p-" + UUID.randomUUID();
        admin.post("/people", "{'account':'" + account + "','name':'New','password':'a-password-in-clear'}", 201);
        assertThat(SERVER.token(account, "a-password-in-clear")).isNotEmpty();
    }

    @Test
    void everybodyIsListedOnceInPages() {
        SERVER.newPerson();
        java.util.ArrayList<String> all = new java.util.ArrayList<>();
        String after = "";
        do {
            JsonNode page = admin.get("/people?limit=3" + after);
            all.addAll(accounts(page));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty() && all.size() < 30);
        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    }

    @Test
    void aChangeNeedsTheTagOfWhatWasSeen() {
        String path = "/people/" + SERVER.newPerson().account();
        String seen = admin.tag(path);
        assertThat(ChatServer.json(admin.ask("PATCH", path, seen, "{'name':'New Name','email':null}"), 200)
                        .has("email"))
                .isFalse();
        assertThat(code(ChatServer.json(admin.ask("PATCH", path, seen, "{'name':'Other'}"), 412)))
                .isEqualTo("PRECONDITION_FAILED");
        assertThat(code(ChatServer.json(admin.ask("PATCH", path, "", "{'name':'Other'}"), 428)))
                .isEqualTo("PRECONDITION_REQUIRED");
        assertThat(code(admin.patch(path, "{'name':'" + "x".repeat(257) + "'}", 400)))
                .isEqualTo("NAME_INVALID");
        assertThat(code(admin.patch(path, "{'name':'a\\u0007b'}", 400))).isEqualTo("NAME_INVALID");
        assertThat(code(admin.patch(path, "{'roles':['king']}", 400))).isEqualTo("INVALID_FIELD");
        assertThat(code(admin.patch(path, "{'password':'short'}", 400))).isEqualTo("PASSWORD_INVALID");
        assertThat(code(admin.patch("/people/nobody-x", "{'name':'x'}", 404))).isEqualTo("PERSON_NOT_FOUND");
        assertThat(admin.get(path).path("name").asText()).isEqualTo("New Name");
    }

    @Test
    void whoIsDeactivatedIsDisconnectedAndTheirTokenIsNoneAnyMore() {
        ChatServer.Person person = SERVER.newPerson();
        try (ChatClient client = ChatClient.connect(SERVER, person.token())) {
            long begun = System.nanoTime();
            admin.patch("/people/" + person.account(), "{'active':false}", 200);
            assertThat(client.closeCode()).isEqualTo(4403);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(SERVER.call("GET", "/api/v1/people/me", person.token(), "").statusCode())
                .isEqualTo(401);
        Administering someone = new Administering(SERVER, SERVER.newPerson().token());
        assertThat(someone.ask("GET", "/people/" + person.account(), "", "").statusCode())
                .isEqualTo(404);
        admin.patch("/people/" + person.account(), "{'active':true}", 200);
        assertThat(SERVER.call("GET", "/api/v1/people/me", person.token(), "").statusCode())
                .as("an older token of somebody who may chat again")
                .isEqualTo(401);
    }

    @Test
    void rolesHoldAtOnceForATokenThatIsOlder() {
        ChatServer.Person person = SERVER.newPerson();
        Administering they = new Administering(SERVER, person.token());
        assertThat(they.ask("GET", "/groups", "", "").statusCode()).isEqualTo(403);
        admin.patch("/people/" + person.account(), "{'roles':['administrator']}", 200);
        assertThat(they.ask("GET", "/groups", "", "").statusCode()).isEqualTo(200);
        admin.patch("/people/" + person.account(), "{'roles':[]}", 200);
        assertThat(they.ask("GET", "/groups", "", "").statusCode()).isEqualTo(403);
        JsonNode entry = admin.get("/audit?action=person.change&subject=person:" + person.account())
                .at("/items/0");
        assertThat(entry.at("/before/roles/0").asText()).isEqualTo("administrator");
    }

    @Test
    void peopleChangeTheirPasswordWithTheOldOneAndNothingElse() {
        ChatServer.Person person = SERVER.newPerson();
        Administering they = new Administering(SERVER, person.token());
        String path = "/people/" + person.account();
        assertThat(code(they.patch(path, "{'password':'another-long-password'}", 400)))
                .isEqualTo("INVALID_FIELD");
        assertThat(code(they.patch(path, "{'password':'another-long-password','oldPassword':'wrong'}", 401)))
                .isEqualTo("WRONG_CREDENTIALS");
        assertThat(code(they.patch(path, "{'name':'Boss'}", 403))).isEqualTo("NOT_PERMITTED");
        assertThat(code(they.patch(path, "{'roles':['administrator']}", 403))).isEqualTo("NOT_PERMITTED");
        String other = "/people/" + SERVER.newPerson().account();
        assertThat(code(they.patch(other, "{'password':'another-long-password','oldPassword':'x'}", 403)))
                .isEqualTo("NOT_PERMITTED");
        they.patch(path, "{'password':'another-long-password','oldPassword':'" + ChatServer.PASSWORD + "'}", 200);
        assertThat(SERVER.token(person.account(), "another-long-password")).isNotEmpty();
    }

    @Test
    void aNewPasswordEndsWhatWasOpenedWithTheOldOne() {
        ChatServer.Person person = SERVER.newPerson();
        Administering they = new Administering(SERVER, person.token());
        String path = "/people/" + person.account();
        try (ChatClient open = ChatClient.connect(SERVER, person.token())) {
            they.patch(path, "{'password':'another-long-password','oldPassword':'" + ChatServer.PASSWORD + "'}", 200);
            assertThat(open.closeCode()).isEqualTo(4401);
        }
        assertThat(code(they.get("/people/me/invitations", 401))).isEqualTo("NOT_SIGNED_IN");
        String fresh = SERVER.token(person.account(), "another-long-password");
        try (ChatClient open = ChatClient.connect(SERVER, fresh)) {
            admin.patch(path, "{'name':'Renamed'}", 200);
            assertThat(open.ask("'do':'ping'").has("ok")).isTrue();
        }
    }

    @Test
    void whoIsActivatedAgainSignsInAgain() {
        ChatServer.Person person = SERVER.newPerson();
        Administering they = new Administering(SERVER, person.token());
        String path = "/people/" + person.account();
        try (ChatClient open = ChatClient.connect(SERVER, person.token())) {
            admin.patch(path, "{'active':false}", 200);
            assertThat(open.closeCode()).isEqualTo(4403);
        }
        admin.patch(path, "{'active':true}", 200);
        assertThat(code(they.get("/people/me/invitations", 401))).isEqualTo("NOT_SIGNED_IN");
        assertThat(SERVER.token(person.account(), ChatServer.PASSWORD)).isNotEmpty();
    }

    @Test
    void peopleInOneScopeFindEachOther() {
        ChatServer.Person left = SERVER.newPerson();
        ChatServer.Person right = SERVER.newPerson();
        Administering they = new Administering(SERVER, left.token());
        assertThat(accounts(they.get("/people?name=" + right.account()))).containsExactly(right.account());
        JsonNode none = they.get("/people?name=nobody-" + UUID.randomUUID());
        assertThat(none.path("items")).isEmpty();
        assertThat(none.has("next")).isFalse();
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        assertThat(code(ChatServer.json(admin.ask("GET", "/people?name=a&after=zz", "", ""), 400)))
                .isEqualTo("INVALID_FIELD");
        assertThat(code(ChatServer.json(admin.ask("GET", "/people?limit=0", "", ""), 400)))
                .isEqualTo("INVALID_FIELD");
    }
}
