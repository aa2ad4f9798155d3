package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** People talking: what each of them sees, in order and once. */
@OnSharedServer
class ConversationIT {
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

    @Test
    void everyoneInTheRoomSeesAPostTheAuthorToo() {
        everyoneEnters();
        JsonNode answer = anaHere.post(room, "k1", "héllo 😀");

        for (ChatClient client : List.of(anaHere, anaThere, ben)) {
            JsonNode event = client.push("events").at("/events/0");
            assertThat(event.path("seq")).isEqualTo(answer.at("/ok/seq"));
            assertThat(event.path("at")).isEqualTo(answer.at("/ok/at"));
            assertThat(event.path("author").asText()).isEqualTo(ana.account());
            assertThat(event.path("body").asText()).isEqualTo("héllo 😀");
        }
    }

    @Test
    void aPostThatIsSentAgainGetsTheSameAnswerAndIsThereOnce() {
        everyoneEnters();
        JsonNode first = anaHere.post(room, "k1", "once");
        JsonNode again = anaHere.post(room, "k1", "once");
        JsonNode elsewhere = anaThere.post(room, "k1", "once");

        assertThat(again.path("ok")).isEqualTo(first.path("ok")).isEqualTo(elsewhere.path("ok"));
        assertThat(bodies(ben.ask("'do':'history','room':'" + room + "'").path("ok")))
                .containsExactly("once");
    }

    @Test
    void whoComesBackGetsExactlyWhatTheyMissedAndThenWhatFollows() {
        everyoneEnters();
        for (int i = 1; i <= 5; i++) {
            anaHere.post(room, "k" + i, "m" + i);
        }
        ChatClient benAgain = ChatClient.connect(SERVER, SERVER.newPerson().token());
        JsonNode resumed = benAgain.ask("'do':'resume','rooms':[{'room':'" + room + "','after':2}]")
                .at("/ok/rooms/0");
        anaHere.post(room, "k6", "m6");

        assertThat(bodies(resumed)).containsExactly("m3", "m4", "m5");
        assertThat(resumed.path("last").asLong()).isEqualTo(5);
        assertThat(bodies(benAgain.push("events"))).containsExactly("m6");
        benAgain.close();
    }

    @Test
    void aResumeAnswersForEachRoomByItself() {
        String unknown = room.substring(0, 11) + (room.endsWith("z") ? "y" : "z");
        JsonNode rooms = ben.ask("'do':'resume','rooms':[{'room':'no such room','after':0},{'room':'" + room
                        + "','after':0},{'room':'" + unknown + "','after':0}]")
                .at("/ok/rooms");

        assertThat(rooms.at("/0/room").asText()).isEqualTo("no such room");
        assertThat(rooms.at("/0/error/code").asText()).isEqualTo("ROOM_NOT_FOUND");
        assertThat(rooms.at("/1/last").asLong()).isZero();
        assertThat(rooms.at("/2/error/code").asText()).isEqualTo("ROOM_NOT_FOUND");
    }

    @Test
    void historyIsReadForwardsBackwardsAndAroundAPlace() {
        everyoneEnters();
        for (int i = 1; i <= 9; i++) {
            anaHere.post(room, "k" + i, "m" + i);
        }

        assertThat(history("'limit':2")).containsExactly("m8", "m9");
        assertThat(history("'before':3")).containsExactly("m1", "m2");
        assertThat(history("'after':7")).containsExactly("m8", "m9");
        assertThat(history("'around':5,'limit':3")).containsExactly("m4", "m5", "m6");
        assertThat(history("'after':9")).isEmpty();
        assertThat(history("'before':1")).isEmpty();
    }

    @Test
    void aReadMarkerMovesForwardOnlyAndThePersonsOtherConnectionHearsOfIt() {
        everyoneEnters();
        anaHere.post(room, "k1", "m1");
        anaHere.post(room, "k2", "m2");

        assertThat(mark(2)).isEqualTo(2);
        assertThat(anaThere.push("marker").path("seq").asLong()).isEqualTo(2);
        assertThat(mark(1)).isEqualTo(2);
        assertThat(mark(99)).isEqualTo(2);
        assertThat(ben.enter(room).path("marker").asLong()).isZero();
        assertThat(anaThere.enter(room).path("marker").asLong()).isEqualTo(2);
    }

    @Test
    void whoHasLeftHearsNothingMore() {
        everyoneEnters();
        assertThat(ben.ask("'do':'leave','room':'" + room + "'").has("ok")).isTrue();
        anaHere.post(room, "k1", "gone");
        anaThere.push("events");
        ben.enter(room);
        anaHere.post(room, "k2", "back");

        assertThat(bodies(ben.push("events"))).containsExactly("back");
    }

    private void everyoneEnters() {
        anaHere.enter(room);
        anaThere.enter(room);
        ben.enter(room);
    }

    private long mark(long sequence) {
        return anaHere.ask("'do':'mark','room':'" + room + "','seq':" + sequence)
                .at("/ok/seq")
                .asLong();
    }

    private List<String> history(String members) {
        return bodies(ben.ask("'do':'history','room':'" + room + "'," + members).path("ok"));
    }

    private static List<String> bodies(JsonNode withEvents) {
        List<String> bodies = new ArrayList<>();
        withEvents.path("events").forEach(event -> bodies.add(event.path("body").asText()));
        return bodies;
    }
}
