package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.persistentchat.harness.OnSharedServer;

/** What is said and done to messages: what each sees at once, and what is found later. */
@OnSharedServer
class MessagesIT {
    private static final ChatServer SERVER = new ChatServer();

    private final ChatServer.Person anaPerson = SERVER.newPerson();
    private final ChatClient ana = ChatClient.connect(SERVER, anaPerson.token());
    private final ChatClient ben = ChatClient.connect(SERVER, SERVER.newPerson().token());
    private final String room = SERVER.newRoom("open");

    @AfterEach
    void goodbye() {
        ana.close();
        ben.close();
    }

    private void bothEnter() {
        ana.enter(room);
        ben.enter(room);
    }

    private static String in(String room, String command, String rest) {
        return "'do':'" + command + "','room':'" + room + "','key':'" + UUID.randomUUID() + "'," + rest;
    }

    private JsonNode ask(ChatClient client, String command, String rest) {
        return client.ask(in(room, command, rest));
    }

    private static String code(JsonNode reply) {
        return reply.at("/error/code").asText();
    }

    private static JsonNode pushed(ChatClient client) {
        return client.push("events").at("/events/0");
    }

    private JsonNode history() {
        return ben.ask("'do':'history','room':'" + room + "'").at("/ok/events");
    }

    private static List<String> kinds(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("kind").asText())
                .toList();
    }

    @Test
    void everyKindOfMessageReachesEverybody() {
        bothEnter();
        assertThat(ask(ana, "post", "'kind':'alert','body':'fire'")
                        .at("/ok/seq")
                        .asLong())
                .isEqualTo(1);
        assertThat(ask(ana, "post", "'kind':'story','title':'News','body':'" + "x".repeat(64_000) + "'")
                        .at("/ok/seq")
                        .asLong())
                .isEqualTo(2);
        ask(ana, "post", "'body':'answer','reply':1");

        assertThat(pushed(ben).path("kind").asText()).isEqualTo("alert");
        JsonNode story = pushed(ben);
        assertThat(story.path("title").asText()).isEqualTo("News");
        assertThat(story.path("body").asText()).hasSize(64_000);
        assertThat(pushed(ben).path("reply").asLong()).isEqualTo(1);
    }

    @Test
    void anEditADeletionAReactionAndAPinAreSeenAtOnceAndFoundInTheMessageLater() {
        bothEnter();
        ana.post(room, "k1", "frist");
        ask(ana, "edit", "'target':1,'body':'first'");
        ask(ben, "react", "'target':1,'emoji':'👍'");
        ask(ben, "pin", "'target':1");
        ana.post(room, "k2", "wrong");
        ask(ana, "delete", "'target':5");

        assertThat(pushed(ben).path("body").asText()).isEqualTo("frist");
        assertThat(pushed(ben).path("body").asText()).isEqualTo("first");
        assertThat(pushed(ben).path("count").asInt()).isEqualTo(1);
        assertThat(pushed(ben).path("kind").asText()).isEqualTo("pin");

        JsonNode events = history();
        assertThat(kinds(events)).containsExactly("message", "edit", "reaction", "pin", "message", "delete");
        JsonNode message = events.get(0);
        assertThat(message.path("body").asText()).isEqualTo("first");
        assertThat(message.at("/edited/at").asText()).isNotEmpty();
        assertThat(message.path("edited").has("by")).isFalse();
        assertThat(message.path("pinned").asBoolean()).isTrue();
        assertThat(message.at("/reactions/0/emoji").asText()).isEqualTo("👍");
        assertThat(events.get(4).path("deleted").asBoolean()).isTrue();
        assertThat(events.toString()).doesNotContain("frist", "wrong");
    }

    @Test
    void whoComesBackNeverGetsATextThatIsDeleted() {
        bothEnter();
        ana.post(room, "k1", "secret one");
        ask(ana, "edit", "'target':1,'body':'secret two'");
        ask(ana, "delete", "'target':1");

        ChatClient late = ChatClient.connect(SERVER, SERVER.newPerson().token());
        for (int after = 0; after <= 2; after++) {
            JsonNode resumed = late.ask("'do':'resume','rooms':[{'room':'" + room + "','after':" + after + "}]");
            assertThat(resumed.at("/ok/rooms/0/events")).hasSize(3 - after);
            assertThat(resumed.toString()).doesNotContain("secret");
        }
        assertThat(late.enter(room).toString()).doesNotContain("secret");
        late.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'do':'post','body':'x'",
                "'do':'edit','target':1,'body':'x'",
                "'do':'react','target':1,'emoji':'👍'",
                "'do':'pin','target':1",
                "'do':'delete','target':1",
            })
    void whatIsSentAgainGetsTheSameAnswerAndHappensOnce(String command) {
        bothEnter();
        ana.post(room, "first", "hello");
        String asked = command + ",'room':'" + room + "','key':'again'";
        JsonNode answer = ana.ask(asked).path("ok");

        assertThat(answer.path("seq").asLong()).isEqualTo(2);
        assertThat(ana.ask(asked).path("ok")).isEqualTo(answer);
        assertThat(history()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "delete", "react", "pin"})
    void aMessageThatIsNotThereOrNotEnteredOrDeletedCannotBeChanged(String command) {
        String rest = ",'body':'x','emoji':'👍'";
        assertThat(code(ask(ana, command, "'target':1" + rest))).isEqualTo("NOT_ENTERED");
        bothEnter();
        ana.post(room, "k1", "hello");
        ask(ana, "pin", "'target':1");

        assertThat(code(ask(ana, command, "'target':77" + rest))).isEqualTo("MESSAGE_NOT_FOUND");
        assertThat(code(ask(ana, command, "'target':2" + rest))).isEqualTo("MESSAGE_NOT_FOUND");
        assertThat(code(ana.ask(in(SERVER.newRoom("secret"), command, "'target':1" + rest))))
                .isEqualTo("ROOM_NOT_FOUND");
        ask(ana, "delete", "'target':1");
        assertThat(code(ask(ana, command, "'target':1" + rest))).isEqualTo("MESSAGE_DELETED");
        assertThat(code(ask(ana, "post", "'body':'x','reply':1"))).isEqualTo("MESSAGE_DELETED");
    }

    @Test
    void onlyTheAuthorAndManagersChangeAMessage() {
        bothEnter();
        ana.post(room, "k1", "hello");
        assertThat(code(ask(ben, "edit", "'target':1,'body':'x'"))).isEqualTo("NOT_THE_AUTHOR");
        assertThat(code(ask(ben, "delete", "'target':1"))).isEqualTo("NOT_THE_AUTHOR");

        ChatClient administrator = ChatClient.connect(SERVER, SERVER.adminToken());
        administrator.enter(room);
        assertThat(ask(administrator, "edit", "'target':1,'body':'moderated'").has("ok"))
                .isTrue();
        assertThat(history().at("/0/edited/by").asText()).isEqualTo("admin");
        administrator.close();
    }

    @Test
    void whatIsTooLongOrNotWhatItShouldBeIsRefused() {
        bothEnter();
        ana.post(room, "k1", "hello");
        ask(ana, "post", "'kind':'story','title':'t','body':'" + "x".repeat(9_000) + "'");
        JsonNode tooLong = ask(ana, "edit", "'target':1,'body':'" + "x".repeat(8_001) + "'");

        assertThat(code(tooLong)).isEqualTo("MESSAGE_TOO_LONG");
        assertThat(tooLong.at("/error/limit").asInt()).isEqualTo(8_000);
        assertThat(ask(ana, "edit", "'target':2,'body':'" + "x".repeat(9_001) + "'")
                        .has("ok"))
                .isTrue();
        assertThat(code(ask(ana, "edit", "'target':1,'body':'x','title':'t'"))).isEqualTo("TITLE_INVALID");
        assertThat(code(ask(ana, "react", "'target':1,'emoji':'ok'"))).isEqualTo("EMOJI_INVALID");
    }

    @Test
    void aRoomThatKeepsNothingForUsersShowsItsMessagesToThosePresentOnly() {
        String category = "{\"name\":\"Unkept " + UUID.randomUUID() + "\",\"chatHistory\":false}";
        String id = ChatServer.json(SERVER.call("POST", "/api/v1/categories", SERVER.adminToken(), category), 201)
                .path("id")
                .asText();
        String body =
                "{\"name\":\"Unkept " + UUID.randomUUID() + "\",\"privacy\":\"open\",\"category\":\"" + id + "\"}";
        String unkept = ChatServer.json(SERVER.call("POST", "/api/v1/rooms", SERVER.adminToken(), body), 201)
                .path("id")
                .asText();
        ana.enter(unkept);
        ben.enter(unkept);
        ana.post(unkept, "k1", "only now");
        assertThat(pushed(ben).path("body").asText()).isEqualTo("only now");
        assertThat(code(ana.ask(in(unkept, "pin", "'target':1")))).isEqualTo("NOT_KEPT");

        JsonNode page = ben.ask("'do':'history','room':'" + unkept + "'").at("/ok/events");
        assertThat(kinds(page)).containsExactly("unkept");
        assertThat(kinds(ben.enter(unkept).path("events"))).containsExactly("unkept");
        JsonNode back = ben.ask("'do':'resume','rooms':[{'room':'" + unkept + "','after':0}]");
        assertThat(back.at("/ok/rooms/0/events/0/body").asText()).isEqualTo("only now");

        try (ChatClient eve = ChatClient.connect(SERVER, SERVER.newPerson().token())) {
            JsonNode late = eve.ask("'do':'resume','rooms':[{'room':'" + unkept + "','after':0}]");
            assertThat(kinds(late.at("/ok/rooms/0/events"))).containsExactly("unkept");
            ana.post(unkept, "k2", "and this");
            assertThat(pushed(eve).path("body").asText()).isEqualTo("and this");
            eve.ask("'do':'leave','room':'" + unkept + "'");
            ana.post(unkept, "k3", "without eve");
            JsonNode again = eve.ask("'do':'resume','rooms':[{'room':'" + unkept + "','after':0}]");
            assertThat(kinds(again.at("/ok/rooms/0/events"))).containsExactly("unkept", "message", "unkept");
        }
    }

    @Test
    void pinnedMessagesAndHistoryAreReadByRestToo() {
        bothEnter();
        for (int i = 1; i <= 4; i++) {
            ana.post(room, "k" + i, "message " + i);
        }
        ana.ask(in(room, "pin", "'target':2"));
        ana.ask(in(room, "pin", "'target':4"));
        Rest reader = Rest.of(SERVER, SERVER.newPerson());
        JsonNode first = reader.get("/rooms/" + room + "/pins?limit=1");
        assertThat(first.at("/items/0/seq").asLong()).isEqualTo(4);
        assertThat(first.at("/items/0/pinned").asBoolean()).isTrue();
        JsonNode second = reader.get(
                "/rooms/" + room + "/pins?limit=1&after=" + first.path("next").asText());
        assertThat(second.at("/items/0/body").asText()).isEqualTo("message 2");
        assertThat(second.has("next")).isFalse();

        JsonNode page = reader.get("/rooms/" + room + "/events?before=3");
        assertThat(page.path("last").asLong()).isEqualTo(6);
        assertThat(page.at("/events/1/body").asText()).isEqualTo("message 2");
        String third = reader.get("/rooms/" + room + "/events?around=3&limit=1")
                .at("/events/0/at")
                .asText();
        assertThat(reader.get("/rooms/" + room + "/events?after=" + third)
                        .at("/events/0/seq")
                        .asLong())
                .isLessThanOrEqualTo(3);
        assertThat(sequences(",'before':'2026-01-01T00:00:00Z'")).isEmpty();
        assertThat(sequences(",'after':'2026-01-01T00:00:00Z'")).startsWith(1L).hasSize(6);
        assertThat(code(ben.ask("'do':'history','room':'" + room + "','around':'yesterday'")))
                .isEqualTo("INVALID_FIELD");
        String secret = SERVER.newRoom("secret");
        Rest.assertRefused(reader.call("GET", "/rooms/" + secret + "/pins", ""), 404, "ROOM_NOT_FOUND");
        Rest.assertRefused(reader.call("GET", "/rooms/" + secret + "/events", ""), 404, "ROOM_NOT_FOUND");
    }

    @Test
    void aPageEndsWhereItsTextsAreTooLongAndTheNextGoesOnThere() {
        bothEnter();
        String story = "x".repeat(60_000);
        for (int i = 1; i <= 7; i++) {
            ana.ask("'do':'post','room':'" + room + "','key':'s" + i + "','kind':'story','title':'T','body':'" + story
                    + "'");
        }
        assertThat(sequences("")).containsExactly(4L, 5L, 6L, 7L);
        assertThat(sequences(",'before':4")).containsExactly(1L, 2L, 3L);
        assertThat(sequences(",'after':1")).containsExactly(2L, 3L, 4L, 5L);
        assertThat(sequences(",'around':4")).containsExactly(2L, 3L, 4L, 5L);
        JsonNode entered = ben.ask("'do':'enter','room':'" + room + "','history':500");
        assertThat(entered.at("/ok/events/0/seq").asLong()).isEqualTo(4);
        assertThat(entered.at("/ok/last").asLong()).isEqualTo(7);
        JsonNode back = ben.ask("'do':'resume','rooms':[{'room':'" + room + "','after':0}]");
        assertThat(back.at("/ok/rooms/0/events")).hasSize(7);
    }

    private List<Long> sequences(String where) {
        List<Long> sequences = new ArrayList<>();
        ben.ask("'do':'history','room':'" + room + "','limit':500" + where)
                .at("/ok/events")
                .forEach(event -> sequences.add(event.path("seq").asLong()));
        return sequences;
    }

    private JsonNode asAdministrator(String path, String body, int status) {
        return ChatServer.json(
                SERVER.call("POST", "/api/v1" + path, SERVER.adminToken(), body.replace('\'', '"')), status);
    }

    private void awaitEnd(JsonNode removal) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ChatServer.json(
                                SERVER.call(
                                        "GET",
                                        "/api/v1/message-removals/"
                                                + removal.path("id").asText(),
                                        SERVER.adminToken(),
                                        ""),
                                200)
                        .path("state")
                        .asText()
                        .equals("done"));
    }

    @Test
    void anAdministratorReplacesAndRemovesMessagesByTheirWordsAndEverybodySeesIt() {
        bothEnter();
        ana.post(room, "k1", "the password is Swordfish");
        ana.post(room, "k2", "swordfish for dinner");
        ana.post(room, "k3", "something else");
        String which = "'rooms':['" + room + "'],'words':'swordfish','matchCase':true";
        JsonNode found = asAdministrator("/message-removals", "{" + which + ",'dryRun':true}", 200);
        assertThat(found.path("matched").asInt()).isEqualTo(1);
        assertThat(found.at("/sample/0/text").asText()).isEqualTo("swordfish for dinner");

        awaitEnd(asAdministrator("/message-removals", "{" + which + "}", 200));
        awaitEnd(asAdministrator(
                "/message-removals", "{'rooms':['" + room + "'],'words':'swordfish','replacement':'***'}", 200));
        JsonNode events = history();
        assertThat(events.get(0).path("body").asText()).isEqualTo("the password is ***");
        assertThat(events.get(1).path("deleted").asBoolean()).isTrue();
        assertThat(events.get(2).path("body").asText()).isEqualTo("something else");
        assertThat(kinds(events)).endsWith("delete", "edit");
        assertThat(SERVER.call("POST", "/api/v1/message-removals", anaPerson.token(), "{\"words\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        asAdministrator("/message-removals", "{}", 400);
    }

    @Test
    void aPurgedRoomBeginsWithMessagesThatAreGone() {
        bothEnter();
        ana.post(room, "k1", "old one");
        ana.post(room, "k2", "old two");
        String before = "{'before':'2100-01-01T00:00:00Z'";
        assertThat(asAdministrator("/rooms/" + room + "/purge", before + ",'dryRun':true}", 200)
                        .path("matched")
                        .asInt())
                .isEqualTo(2);
        awaitEnd(asAdministrator("/rooms/" + room + "/purge", before + "}", 200));
        JsonNode events = history();
        assertThat(kinds(events)).containsExactly("message", "message", "purge");
        assertThat(events.toString()).doesNotContain("old");
        pushed(ben);
        pushed(ben);
        assertThat(pushed(ben).path("target").asLong()).isEqualTo(2);
    }
}
