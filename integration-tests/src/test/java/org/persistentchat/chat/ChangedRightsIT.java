package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.persistentchat.harness.OnSharedServer;

/** Who loses a room while they are in it is put out of it before the administrator has the answer, and hears nothing of it any more. */
@OnSharedServer
class ChangedRightsIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final Rest ADMIN = Rest.admin(SERVER);

    /** A room with somebody who will lose it and a witness who will not. */
    private static final class Scene {
        final ChatServer.Person loser = SERVER.newPerson();
        final ChatServer.Person witness = SERVER.newPerson();
        final String category = ADMIN.newCategory("");
        final String both = "['person:" + loser.account() + "','person:" + witness.account() + "']";
        final String room =
                ADMIN.newRoom(category, "'members':" + both + ",'managers':['person:" + witness.account() + "']");

        String named() {
            return "['person:" + loser.account() + "']";
        }

        String path() {
            return "/rooms/" + room;
        }
    }

    /** What takes the room away. */
    @FunctionalInterface
    private interface Act {
        void on(Scene scene);
    }

    private record Loss(String name, String code, boolean witnessStays, Act act) {}

    @TestFactory
    Stream<DynamicTest> whoLosesARoomIsOutAtOnce() {
        return Stream.concat(lossesOfOne(), lossesOfAll())
                .map(loss -> DynamicTest.dynamicTest(loss.name(), () -> check(loss)));
    }

    private static Stream<Loss> lossesOfOne() {
        return Stream.of(
                new Loss("a member is removed", "NOT_A_MEMBER", true, ChangedRightsIT::remove),
                new Loss("a member of a secret room is removed", "ROOM_NOT_FOUND", true, scene -> {
                    ADMIN.patch(scene.path(), "{'privacy':'secret'}");
                    remove(scene);
                }),
                new Loss(
                        "a person is denied in the category",
                        "ROOM_NOT_FOUND",
                        true,
                        scene -> ADMIN.post(
                                "/categories/" + scene.category + "/access",
                                "{'add':{'denied':" + scene.named() + "}}")),
                new Loss("a group around a group of the person is denied", "ROOM_NOT_FOUND", true, scene -> {
                    String inner = newGroup(scene.named());
                    String outer = newGroup("['" + inner + "']");
                    ADMIN.post("/categories/" + scene.category + "/access", "{'add':{'denied':['" + outer + "']}}");
                }),
                new Loss("a group of the person comes into a denied group", "ROOM_NOT_FOUND", true, scene -> {
                    String inner = newGroup(scene.named());
                    String outer = newGroup("[]");
                    ADMIN.post("/categories/" + scene.category + "/access", "{'add':{'denied':['" + outer + "']}}");
                    ADMIN.post("/groups/" + id(outer) + "/members", "{'add':['" + inner + "']}");
                }),
                new Loss(
                        "a person is not allowed in the category any more",
                        "ROOM_NOT_FOUND",
                        true,
                        scene -> ADMIN.post(
                                "/categories/" + scene.category + "/access",
                                "{'add':{'allowed':['person:" + scene.witness.account()
                                        + "']},'remove':{'allowed':['group:everyone']}}")),
                new Loss("an open room becomes closed", "NOT_A_MEMBER", true, scene -> {
                    ADMIN.patch(scene.path(), "{'privacy':'open'}");
                    remove(scene);
                    ADMIN.patch(scene.path(), "{'privacy':'closed'}");
                }));
    }

    private static Stream<Loss> lossesOfAll() {
        return Stream.of(
                new Loss("the room moves out of the person's scope", "ROOM_NOT_FOUND", true, scene -> {
                    String target = ADMIN.newCategory("'denied':" + scene.named());
                    String to = "{'category':'" + target + "'}";
                    assertThat(ADMIN.ifMatch("POST", scene.path() + "/move", "*", to)
                                    .statusCode())
                            .isEqualTo(200);
                }),
                new Loss(
                        "the room is disabled",
                        "ROOM_NOT_FOUND",
                        false,
                        scene -> ADMIN.post(scene.path() + "/disable", "")),
                new Loss("the room is deleted", "ROOM_NOT_FOUND", false, scene -> ADMIN.delete(scene.path())));
    }

    /** A new group, as it is named in lists. */
    private static String newGroup(String members) {
        String name = "Group " + UUID.randomUUID();
        ADMIN.post("/groups", "{'name':'" + name + "','members':" + members + "}");
        return "group:" + name;
    }

    private static String id(String group) {
        String name = group.substring("group:".length()).replace(" ", "%20");
        return ADMIN.get("/groups?name=" + name).at("/items/0/id").asText();
    }

    private static void remove(Scene scene) {
        ADMIN.post(scene.path() + "/members", "{'remove':{'members':" + scene.named() + "}}");
    }

    private static void check(Loss loss) {
        Scene scene = new Scene();
        try (ChatClient loser = ChatClient.connect(SERVER, scene.loser.token());
                ChatClient witness = ChatClient.connect(SERVER, scene.witness.token())) {
            loser.enter(scene.room);
            witness.enter(scene.room);
            witness.post(scene.room, "before", "heard by both");
            loser.push("events");

            loss.act().on(scene);

            JsonNode left = loser.push("left");
            assertThat(left.path("room").asText()).isEqualTo(scene.room);
            assertThat(left.at("/error/code").asText()).isEqualTo(loss.code());
            if (loss.witnessStays()) {
                assertThat(witness.post(scene.room, "after", "not for all")
                                .at("/ok/seq")
                                .asLong())
                        .isGreaterThan(1);
            } else {
                witness.push("left");
            }
            assertRefused(loser, scene.room, loss.code());
            assertThat(loser.heard("events")).as("nothing after the change").isFalse();
        }
    }

    private static void assertRefused(ChatClient loser, String room, String code) {
        String of = "'room':'" + room + "'";
        assertThat(code(loser.ask("'do':'post'," + of + ",'key':'k','body':'b'")))
                .isEqualTo(code);
        assertThat(code(loser.ask("'do':'history'," + of))).isEqualTo(code);
        assertThat(code(loser.ask("'do':'enter'," + of))).isEqualTo(code);
        assertThat(code(loser.ask("'do':'mark'," + of + ",'seq':1"))).isEqualTo(code);
        JsonNode resumed = loser.ask("'do':'resume','rooms':[{" + of + ",'after':0}]");
        assertThat(resumed.at("/ok/rooms/0/error/code").asText()).isEqualTo(code);
    }

    private static String code(JsonNode reply) {
        return reply.at("/error/code").asText();
    }

    @org.junit.jupiter.api.Test
    void whoseChatIsSwitchedOffIsDisconnectedAndComesBackWhenItIsOn() {
        ChatServer.Person person = SERVER.newPerson();
        String path = "/people/" + person.account();
        try (ChatClient open = ChatClient.connect(SERVER, person.token())) {
            ADMIN.patch(path, "{'chat':'off'}");
            assertThat(open.closeCode()).isEqualTo(4403);
        }
        Handshake again = new Handshake(SERVER).header("Authorization", "Bearer " + person.token());
        assertThat(again.send().code()).isEqualTo("CHAT_DISABLED");
        ADMIN.patch(path, "{'chat':'inherit'}");
        ChatClient.connect(SERVER, person.token()).close();
    }

    @org.junit.jupiter.api.Test
    void whoLosesARoomHearsNoHintOfItAnyMore() {
        Scene scene = new Scene();
        String other = ADMIN.newRoom(scene.category, "'members':" + scene.both);
        String name = "@" + scene.loser.account();
        try (ChatClient follower = ChatClient.connect(SERVER, scene.loser.token());
                ChatClient witness = ChatClient.connect(SERVER, scene.witness.token())) {
            witness.enter(scene.room);
            witness.enter(other);
            witness.post(scene.room, "k1", "hello " + name);
            assertThat(follower.push("notify").path("room").asText()).isEqualTo(scene.room);
            assertThat(follower.push("activity").path("room").asText()).isEqualTo(scene.room);
            remove(scene);
            witness.post(scene.room, "k2", "hello again " + name);
            witness.post(other, "k3", "and here " + name);
            assertThat(follower.push("notify").path("room").asText()).isEqualTo(other);
            assertThat(follower.push("activity").path("room").asText()).isEqualTo(other);
            assertThat(follower.heard("notify")).isFalse();
            assertThat(follower.heard("activity")).isFalse();
        }
    }

    @org.junit.jupiter.api.Test
    void whoMayNotPostAnyMoreReadsOn() {
        Scene scene = new Scene();
        try (ChatClient reader = ChatClient.connect(SERVER, scene.loser.token())) {
            reader.enter(scene.room);
            ADMIN.patch(scene.path(), "{'type':'auditorium'}");

            assertThat(code(reader.post(scene.room, "k", "b"))).isEqualTo("NOT_A_PRESENTER");
            ADMIN.post(scene.path() + "/members", "{'add':{'presenters':" + scene.named() + "}}");
            assertThat(reader.post(scene.room, "k", "b").at("/ok/seq").asLong()).isPositive();
            assertThat(reader.heard("left")).isFalse();
        }
    }
}
