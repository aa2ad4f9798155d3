package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Who is in a room: bulk changes, asking to join, leaving, being invited. */
@OnSharedServer
class RoomMembershipIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final Rest ADMIN = Rest.admin(SERVER);

    private final ChatServer.Person manager = SERVER.newPerson();
    private final ChatServer.Person guest = SERVER.newPerson();
    private final Rest byManager = Rest.of(SERVER, manager);
    private final Rest byGuest = Rest.of(SERVER, guest);
    private String room;

    @BeforeEach
    void aClosedRoomWithAManager() {
        room = ADMIN.newRoom(ADMIN.newCategory(""), "'managers':['person:" + manager.account() + "']");
    }

    private String path() {
        return "/rooms/" + room;
    }

    private static String named(ChatServer.Person person) {
        return "['person:" + person.account() + "']";
    }

    @Test
    void thousandsAreNamedInOneCallAndTwiceIsOnce() {
        List<String> accounts = IntStream.range(0, 1_000)
                .mapToObj(i -> "bulk-" + i + "-" + room)
                .toList();
        List<String> people = accounts.stream()
                .map(account -> "{'account':'" + account + "','name':'N'}")
                .toList();
        ADMIN.post("/people", people.toString());
        List<String> names =
                accounts.stream().map(account -> "'person:" + account + "'").toList();
        String add = "{'add':{'members':" + names + "}}";

        assertThat(byManager.post(path() + "/members", add).at("/added/members").asInt())
                .isEqualTo(1_000);
        assertThat(byManager.post(path() + "/members", add).at("/added/members").asInt())
                .isZero();
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = byManager.get(path() + "/members?limit=300" + after);
            read.addAll(page.path("items").findValuesAsText("principal"));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        accounts.stream().map(account -> "person:" + account).toList());
        assertThat(byManager
                        .post(path() + "/members", add.replace("add", "remove"))
                        .at("/removed/members")
                        .asInt())
                .isEqualTo(1_000);
    }

    @Test
    void whatIsWrongIsRefusedWhole() {
        String walled = ADMIN.newCategory("'denied':" + named(guest));
        String other = ADMIN.newRoom(walled, "'managers':" + named(manager));

        Rest.assertRefused(
                byManager.call("POST", "/rooms/" + other + "/members", "{'add':{'presenters':" + named(guest) + "}}"),
                409,
                "OUT_OF_SCOPE");
        Rest.assertRefused(
                byManager.call("POST", path() + "/members", "{'add':{'members':['person:nobody-" + room + "']}}"),
                404,
                "PERSON_NOT_FOUND");
        Rest.assertRefused(
                byManager.call(
                        "POST",
                        path() + "/members",
                        "{'add':{'members':" + named(guest) + "},'remove':{'members':" + named(guest) + "}}"),
                400,
                "INVALID_FIELD");
        Rest.assertRefused(byManager.call("POST", path() + "/members", "{'add':{'friends':[]}}"), 400, "INVALID_FIELD");
        assertThat(byManager.get(path() + "/members").path("items")).isEmpty();
    }

    @Test
    void whoSharesNoScopeWithAManagerIsToThemAsOneWhoDoesNotExist() {
        ChatServer.Person stranger = SERVER.newPerson();
        String nobody = "person:nobody-" + room;
        for (JsonNode category : ADMIN.get("/categories?limit=500").path("items")) {
            String denial = "{'add':{'denied':" + named(stranger) + "}}";
            ADMIN.post("/categories/" + category.path("id").asText() + "/access", denial);
        }
        String add = "{'add':{'members':['%s']}}";
        String create = "{'name':'%s','category':'%s','members':['%s']}";
        String category = ADMIN.newCategory("'creators':" + named(manager) + ",'denied':" + named(stranger));

        HttpResponse<String> hidden =
                byManager.call("POST", path() + "/members", add.formatted("person:" + stranger.account()));
        HttpResponse<String> none = byManager.call("POST", path() + "/members", add.formatted(nobody));
        Rest.assertRefused(hidden, 404, "PERSON_NOT_FOUND");
        assertThat(detail(hidden).replace(stranger.account(), "?"))
                .isEqualTo(detail(none).replace("nobody-" + room, "?"));
        Rest.assertRefused(
                byManager.call(
                        "POST", "/rooms", create.formatted("R " + room, category, "person:" + stranger.account())),
                404,
                "PERSON_NOT_FOUND");
        Rest.assertRefused(
                ADMIN.call("POST", path() + "/members", add.formatted("person:" + stranger.account())),
                409,
                "OUT_OF_SCOPE");
    }

    private static String detail(HttpResponse<String> problem) {
        return ChatServer.json(problem.body()).path("detail").asText();
    }

    @Test
    void aNameThatASecretRoomHasIsTakenAsAnyOther() {
        String category = ADMIN.newCategory("'creators':" + named(manager));
        String secret = ADMIN.newRoom(category, "'privacy':'secret'");
        String open = ADMIN.newRoom(category, "'privacy':'open'");
        String create = "{'name':'%s','category':'" + category + "'}";

        HttpResponse<String> hidden = byManager.call("POST", "/rooms", create.formatted(nameOf(secret)));
        HttpResponse<String> found = byManager.call("POST", "/rooms", create.formatted(nameOf(open)));
        Rest.assertRefused(hidden, 409, "ROOM_NAME_TAKEN");
        assertThat(hidden.body()).isEqualTo(found.body());
    }

    private static String nameOf(String room) {
        return ADMIN.get("/rooms/" + room).path("name").asText();
    }

    @Test
    void onlyAnAdministratorTakesTheLastManagerAway() {
        String remove = "{'remove':{'managers':" + named(manager) + "}}";

        Rest.assertRefused(byManager.call("POST", path() + "/members", remove), 409, "LAST_MANAGER");
        Rest.assertRefused(byManager.call("DELETE", path() + "/members/me", ""), 409, "LAST_MANAGER");
        ADMIN.post(path() + "/members", remove);
        Rest.assertRefused(byManager.ifMatch("PATCH", path(), "*", "{'name':'x'}"), 403, "NOT_PERMITTED");
    }

    @Test
    void whoAsksToJoinBecomesAMemberWhenAManagerApproves() {
        byGuest.post(path() + "/requests", "");
        byGuest.post(path() + "/requests", "");
        assertThat(byGuest.get("/people/me/requests").at("/items/0/room").asText())
                .isEqualTo(room);
        JsonNode waiting = byManager.get(path() + "/requests").path("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.at("/0/person/account").asText()).isEqualTo(guest.account());
        Rest.assertRefused(
                byGuest.call("POST", path() + "/requests/" + guest.account() + "/approve", ""), 403, "NOT_PERMITTED");

        assertThat(byManager
                        .call("POST", path() + "/requests/" + guest.account() + "/approve", "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(byGuest.get(path()).path("mayPost").asBoolean()).isTrue();
        assertThat(byManager.get(path() + "/requests").path("items")).isEmpty();
        Rest.assertRefused(
                byManager.call("POST", path() + "/requests/" + guest.account() + "/deny", ""),
                404,
                "JOIN_REQUEST_NOT_FOUND");
        Rest.assertRefused(byGuest.call("POST", path() + "/requests", ""), 409, "ALREADY_A_MEMBER");
    }

    @Test
    void aRequestMayBeDeniedOrTakenBack() {
        byGuest.post(path() + "/requests", "");
        byManager.call("POST", path() + "/requests/" + guest.account() + "/deny", "");
        assertThat(byGuest.get("/people/me/requests").path("items")).isEmpty();
        assertThat(byGuest.get(path()).path("mayPost").asBoolean()).isFalse();

        byGuest.post(path() + "/requests", "");
        byGuest.call("DELETE", path() + "/requests/me", "");
        assertThat(byManager.get(path() + "/requests").path("items")).isEmpty();
    }

    @Test
    void whoLeavesIsOutAndWhoIsThereThroughAGroupIsToldSo() {
        ADMIN.post(path() + "/members", "{'add':{'members':" + named(guest) + "}}");
        assertThat(byGuest.call("DELETE", path() + "/members/me", "").statusCode())
                .isEqualTo(204);
        assertThat(byGuest.get(path()).path("mayPost").asBoolean()).isFalse();

        ADMIN.post(path() + "/members", "{'add':{'members':['group:everyone']}}");
        Rest.assertRefused(byGuest.call("DELETE", path() + "/members/me", ""), 409, "MEMBER_THROUGH_GROUP");
    }

    @Test
    void aMemberIsInvitedOnLineAndOffLineUntilTheyTakeNote() {
        try (ChatClient connected = ChatClient.connect(SERVER, guest.token())) {
            assertThat(connected.greeting().path("invitations").asInt()).isZero();
            byManager.post(path() + "/members", "{'add':{'members':" + named(guest) + "}}");

            JsonNode push = connected.push("invitation");
            assertThat(push.at("/room/id").asText()).isEqualTo(room);
            assertThat(push.at("/by/account").asText()).isEqualTo(manager.account());
        }
        try (ChatClient later = ChatClient.connect(SERVER, guest.token())) {
            assertThat(later.greeting().path("invitations").asInt()).isEqualTo(1);
        }
        JsonNode waiting = byGuest.get("/people/me/invitations").path("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.at("/0/room/id").asText()).isEqualTo(room);

        byGuest.call("DELETE", "/people/me/invitations/" + room, "");
        assertThat(byGuest.get("/people/me/invitations").path("items")).isEmpty();
    }

    @Test
    void nobodyIsInvitedWhereInvitationsAreOffOrByThemselvesOrThroughAGroup() {
        byManager.patch(path(), "{'invitations':'off'}");
        byManager.post(path() + "/members", "{'add':{'members':" + named(guest) + "}}");
        String quiet = ADMIN.newCategory("'invitations':false,'creators':" + named(guest));
        ADMIN.newRoom(quiet, "'members':" + named(guest));
        byGuest.newRoom(ADMIN.newCategory("'creators':" + named(guest)), "'members':" + named(guest));
        ADMIN.newRoom(ADMIN.newCategory(""), "'members':['group:everyone']");

        assertThat(byGuest.get("/people/me/invitations").path("items")).isEmpty();
    }

    @Test
    void anInvitationToARoomThatOneMayNotKnowOfAnyMoreIsGone() {
        byManager.patch(path(), "{'privacy':'secret'}");
        byManager.post(path() + "/members", "{'add':{'members':" + named(guest) + "}}");
        assertThat(byGuest.get("/people/me/invitations").path("items")).hasSize(1);

        byManager.post(path() + "/members", "{'remove':{'members':" + named(guest) + "}}");
        assertThat(byGuest.get("/people/me/invitations").path("items")).isEmpty();
    }
}
