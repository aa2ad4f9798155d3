package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** What is unread is the same wherever a person asks, and on all their devices. */
@OnSharedServer
class UnreadIT {
    private static final ChatServer SERVER = new ChatServer();

    private final ChatServer.Person ana = SERVER.newPerson();
    private final ChatClient anaHere = ChatClient.connect(SERVER, ana.token());
    private final ChatClient anaThere = ChatClient.connect(SERVER, ana.token());
    private final ChatClient ben = ChatClient.connect(SERVER, SERVER.newPerson().token());
    private final String room = SERVER.newRoom("open");

    @AfterEach
    void goodbye() {
        anaHere.close();
        anaThere.close();
        ben.close();
    }

    private void everyoneSaysSomething() {
        ben.enter(room);
        anaThere.enter(room);
        ben.post(room, "k1", "one");
        anaThere.post(room, "k2", "two, my own");
        ben.post(room, "k3", "three");
        ben.post(room, "k4", "four");
    }

    @Test
    void everyAnswerSaysTheSameAndOwnPostsDoNotCount() {
        everyoneSaysSomething();
        assertCounts(anaHere.enter(room), 4, 0, 3);
        assertCounts(anaHere.ask("'do':'counts','rooms':['" + room + "']").at("/ok/rooms/0"), 4, 0, 3);
        assertCounts(
                anaHere.ask("'do':'resume','rooms':[{'room':'" + room + "','after':1}]")
                        .at("/ok/rooms/0"),
                4,
                0,
                3);
        assertCounts(ChatServer.json(SERVER.call("GET", "/api/v1/rooms/" + room, ana.token(), ""), 200), 4, 0, 3);
        JsonNode list = ChatServer.json(
                SERVER.call("GET", "/api/v1/rooms?limit=500", ana.token(), "").body());
        for (JsonNode item : list.path("items")) {
            if (item.path("id").asText().equals(room)) {
                assertCounts(item, 4, 0, 3);
            }
        }
        assertCounts(ben.enter(room), 4, 0, 1);
    }

    @Test
    void aMarkerThatMovesTellsTheOtherDevicesWhatIsLeft() {
        everyoneSaysSomething();
        JsonNode moved =
                anaHere.ask("'do':'mark','room':'" + room + "','seq':3").path("ok");
        assertThat(moved.path("seq").asLong()).isEqualTo(3);
        assertThat(moved.path("unread").asLong()).isEqualTo(1);
        JsonNode push = anaThere.push("marker");
        assertThat(push.path("seq").asLong()).isEqualTo(3);
        assertThat(push.path("last").asLong()).isEqualTo(4);
        assertThat(push.path("unread").asLong()).isEqualTo(1);
    }

    @Test
    void aRoomThatOneMayNotReadIsNotCounted() {
        String secret = SERVER.newRoom("secret");
        JsonNode rooms = anaHere.ask("'do':'counts','rooms':['" + secret + "','nowhere','" + room + "']")
                .at("/ok/rooms");
        assertThat(rooms.at("/0/error")).isEqualTo(rooms.at("/1/error"));
        assertThat(rooms.at("/0/error/code").asText()).isEqualTo("ROOM_NOT_FOUND");
        assertCounts(rooms.path(2), 0, 0, 0);
    }

    private static void assertCounts(JsonNode answer, long last, long marker, long unread) {
        assertThat(answer.path("last").asLong(-1)).as(answer.toString()).isEqualTo(last);
        assertThat(answer.path("marker").asLong(-1)).as(answer.toString()).isEqualTo(marker);
        assertThat(answer.path("unread").asLong(-1)).as(answer.toString()).isEqualTo(unread);
        assertThat(answer.path("mentions").asLong(-1)).as(answer.toString()).isZero();
    }
}
