package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Who shows a room sees who is there and who types. */
@OnSharedServer
class PresenceIT {
    private static final ChatServer SERVER = new ChatServer();

    private final ChatServer.Person ana = SERVER.newPerson();
    private final ChatServer.Person ben = SERVER.newPerson();
    private final ChatClient anaHere = ChatClient.connect(SERVER, ana.token());
    private final ChatClient benHere = ChatClient.connect(SERVER, ben.token());
    private final ChatClient benThere = ChatClient.connect(SERVER, ben.token());
    private final String room = SERVER.newRoom("open");

    @AfterEach
    void goodbye() {
        anaHere.close();
        benHere.close();
        benThere.close();
    }

    @Test
    void aPersonComesWithTheFirstConnectionAndGoesWithTheLast() {
        anaHere.enter(room);
        assertThat(accounts(show(anaHere).path("people"))).containsExactly(ana.account());

        benHere.enter(room);
        JsonNode came = anaHere.push("presence");
        assertThat(came.path("count").asInt()).isEqualTo(2);
        assertThat(accounts(came.path("came"))).containsExactly(ben.account());
        assertThat(came.at("/came/0/name").asText()).isEqualTo(ben.name());

        benThere.enter(room);
        benHere.ask("'do':'leave','room':'" + room + "'");
        assertThat(show(anaHere).path("count").asInt()).isEqualTo(2);

        benThere.close();
        JsonNode went = anaHere.push("presence");
        assertThat(went.path("count").asInt()).isEqualTo(1);
        assertThat(went.at("/went/0").asText()).isEqualTo(ben.account());
    }

    @Test
    void typingIsSeenByThoseWhoShowTheRoomAndEndsWithThePost() {
        anaHere.enter(room);
        benHere.enter(room);
        show(anaHere);
        show(benHere);

        assertThat(benHere.ask("'do':'typing','room':'" + room + "'").has("ok")).isTrue();
        assertThat(accounts(anaHere.push("typing").path("people"))).containsExactly(ben.account());
        benHere.post(room, "k1", "said");
        assertThat(anaHere.push("typing").path("people")).isEmpty();
    }

    @Test
    void onlyAnEnteredRoomIsShownAndOnlyInAShownOneOneTypes() {
        assertThat(show(anaHere).at("/error/code").asText()).isEqualTo("NOT_ENTERED");
        anaHere.enter(room);
        String typing = "'do':'typing','room':'" + room + "'";
        assertThat(anaHere.ask(typing).at("/error/code").asText()).isEqualTo("NOT_SHOWN");
        String secret = SERVER.newRoom("secret");
        assertThat(anaHere.ask("'do':'typing','room':'" + secret + "'")
                        .at("/error/code")
                        .asText())
                .isEqualTo("ROOM_NOT_FOUND");
    }

    private JsonNode show(ChatClient client) {
        return client.ask("'do':'show','rooms':['" + room + "']").at("/ok/rooms/0");
    }

    private static List<String> accounts(JsonNode people) {
        List<String> accounts = new ArrayList<>();
        people.forEach(person -> accounts.add(person.path("account").asText()));
        return accounts;
    }
}
