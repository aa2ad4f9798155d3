package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Followed rooms: chosen by REST, heard of on every device that is not in the room. */
@OnSharedServer
class FollowsIT {
    private static final ChatServer SERVER = new ChatServer();
    private static final String FOLLOWS = "/api/v1/people/me/follows";

    private final ChatServer.Person ana = SERVER.newPerson();
    private final ChatClient anaHere = ChatClient.connect(SERVER, ana.token());
    private final ChatClient anaThere = ChatClient.connect(SERVER, ana.token());
    private final ChatServer.Person benPerson = SERVER.newPerson();
    private final ChatClient ben = ChatClient.connect(SERVER, benPerson.token());

    @AfterEach
    void goodbye() {
        anaHere.close();
        anaThere.close();
        ben.close();
    }

    @Test
    void whoFollowsARoomHearsOfItWithoutEntering() {
        String room = SERVER.newRoom("open");
        JsonNode chosen = choose(room, "all", 200);
        assertThat(chosen.path("level").asText()).isEqualTo("all");
        assertThat(chosen.path("chosen").asBoolean()).isTrue();
        assertThat(anaHere.push("follow").path("level").asText()).isEqualTo("all");
        assertThat(anaThere.push("follow").path("room").asText()).isEqualTo(room);

        anaThere.enter(room);
        ben.enter(room);
        ben.post(room, "k1", "hello");
        JsonNode activity = anaHere.push("activity");
        assertThat(activity.path("room").asText()).isEqualTo(room);
        assertThat(activity.path("last").asLong()).isEqualTo(1);
        assertThat(activity.path("unread").asLong()).isEqualTo(1);
        anaThere.push("events");
    }

    @Test
    void whoIsNamedInARoomHearsOfMentionsAndAlertsWithoutAChoice() {
        String room = SERVER.newRoom("closed", ana.account(), benPerson.account());
        ben.enter(room);
        ben.post(room, "k1", "nothing for anybody");
        ben.post(room, "k2", "for you, @" + ana.account());
        JsonNode mention = anaHere.push("notify");
        assertThat(mention.path("seq").asLong()).isEqualTo(2);
        assertThat(mention.path("reason").asText()).isEqualTo("mention");
        JsonNode activity = anaHere.push("activity");
        assertThat(activity.path("unread").asLong()).isEqualTo(2);
        assertThat(activity.path("mentions").asLong()).isEqualTo(1);

        ben.ask("'do':'post','room':'" + room + "','key':'k3','kind':'alert','body':'fire'");
        assertThat(anaHere.push("notify").path("reason").asText()).isEqualTo("alert");
        assertThat(anaThere.push("notify").path("room").asText()).isEqualTo(room);
        assertThat(anaHere.enter(room).path("mentions").asLong()).isEqualTo(1);
    }

    @Test
    void aChoiceIsListedReplacedAndTakenBack() {
        String open = SERVER.newRoom("open");
        String own = SERVER.newRoom("closed", ana.account());
        choose(open, "all", 200);
        choose(open, "mentions", 200);
        assertThat(levels()).containsExactlyInAnyOrder(open + " mentions true", own + " mentions false");
        choose(own, "none", 200);
        assertThat(SERVER.call("DELETE", FOLLOWS + "/" + open, ana.token(), "").statusCode())
                .isEqualTo(204);
        assertThat(levels()).containsExactly(own + " none true");
        assertThat(SERVER.call("DELETE", FOLLOWS + "/" + open, ana.token(), "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aRoomThatOneMayNotReadCannotBeFollowedAndSaysNoMoreThanOneThatDoesNotExist() {
        String secret = SERVER.newRoom("secret");
        JsonNode refused = choose(secret, "all", 404);
        JsonNode unknown = choose("nowhere", "all", 404);
        assertThat(refused).isEqualTo(unknown);
        assertThat(choose(SERVER.newRoom("closed"), "all", 403).path("code").asText())
                .isEqualTo("NOT_A_MEMBER");
        assertThat(choose(SERVER.newRoom("open"), "loud", 400).path("code").asText())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void theListComesInPages() {
        for (int i = 0; i < 3; i++) {
            choose(SERVER.newRoom("open"), "all", 200);
        }
        JsonNode first = ChatServer.json(SERVER.call("GET", FOLLOWS + "?limit=2", ana.token(), ""), 200);
        String after = java.net.URLEncoder.encode(first.path("next").asText(), java.nio.charset.StandardCharsets.UTF_8);
        JsonNode second =
                ChatServer.json(SERVER.call("GET", FOLLOWS + "?limit=2&after=" + after, ana.token(), ""), 200);
        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
    }

    private JsonNode choose(String room, String level, int status) {
        return ChatServer.json(
                SERVER.call("PUT", FOLLOWS + "/" + room, ana.token(), "{\"level\":\"" + level + "\"}"), status);
    }

    private List<String> levels() {
        List<String> levels = new ArrayList<>();
        JsonNode page = ChatServer.json(SERVER.call("GET", FOLLOWS, ana.token(), ""), 200);
        page.path("items")
                .forEach(item -> levels.add(item.path("room").asText() + " "
                        + item.path("level").asText() + " "
                        + item.path("chosen").asText()));
        return levels;
    }
}
