package org.persistentchat.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;

/** What is held stays, what has expired goes, and one officer alone ends neither a hold nor keeps things for a shorter time. */
class HoldIT {
    private static final TestServer SERVER =
            TestServer.named("hold").withContentReadable().with("persistentchat.retention.period-seconds", "1");
    private static final String ROOM = "(SELECT room_id FROM room WHERE name = ?)";
    private static final int MANY = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChatServer chat = new ChatServer(SERVER.address());
    private final Officer first = Officer.appointed(chat);
    private final Officer second = Officer.appointed(chat);
    private final ChatServer.Person ana = chat.newPerson();
    private final ChatServer.Person ben = chat.newPerson();
    private final String room = chat.newRoom("open");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private String hold(String criteria) {
        return first.ask(
                        "/compliance/holds",
                        "{'name':'Case','matter':'M-1','reason':'Court order'," + criteria + "}",
                        201)
                .path("id")
                .asText();
    }

    private JsonNode rule(int days) {
        return first.ask(
                "/compliance/retention/changes",
                "{'scope':'room','room':'" + room + "','contentDays':" + days + ",'reason':'Policy 7'}",
                200);
    }

    private void confirm(JsonNode confirmation) {
        second.ask("/compliance/confirmations/" + confirmation.path("id").asText() + "/confirm", "", 200);
    }

    private void say(ChatServer.Person by, int messages) {
        try (ChatClient client = ChatClient.connect(chat, by.token())) {
            client.enter(room);
            for (int message = 0; message < messages; message++) {
                client.post(room, "k" + message, "said by " + by.account());
            }
        }
    }

    private int database(String sql) {
        try (Connection connection = DriverManager.getConnection(SERVER.contentUrl(), "sa", "sa");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, chat.room(room).path("name").asText());
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** As if all of it had been said 40 days earlier. */
    private void age() {
        database("UPDATE room_event SET committed_at = DATEADD(DAY, -40, committed_at) WHERE room_id = " + ROOM);
    }

    private int left() {
        return database(
                "SELECT COUNT(*) FROM room_event WHERE room_id = " + ROOM + " AND kind <= 15 AND deleted IS NULL");
    }

    private JsonNode history() {
        try (ChatClient client = ChatClient.connect(chat, ana.token())) {
            return client.ask("'do':'enter','room':'" + room + "','history':500")
                    .at("/ok/events");
        }
    }

    private static List<String> shown(JsonNode events) {
        List<String> shown = new ArrayList<>();
        long sequence = 0;
        for (JsonNode event : events) {
            assertThat(event.path("seq").asLong()).isEqualTo(++sequence);
            shown.add(event.path("kind").asText()
                    + (event.path("deleted").asBoolean() ? " gone" : "")
                    + (event.has("target") ? " " + event.path("target").asLong() : ""));
        }
        return shown;
    }

    @Test
    void oneOfficerSetsAHoldAndTwoEndIt() {
        String id = hold("'rooms':['" + room + "']");
        JsonNode asked = first.ask("/compliance/holds/" + id + "/release", "{'reason':'Settled'}", 200);
        assertThat(first.ask("/compliance/holds/" + id + "/release", "{'reason':'Settled'}", 409)
                        .path("code")
                        .asText())
                .isEqualTo("CONFIRMATION_PENDING");
        String confirm = "/compliance/confirmations/" + asked.path("id").asText() + "/confirm";
        assertThat(first.ask(confirm, "", 403).path("code").asText()).isEqualTo("SECOND_OFFICER_NEEDED");
        assertThat(second.get("/compliance/confirmations").path("items"))
                .anySatisfy(item -> assertThat(item.path("hold").asText()).isEqualTo(id));
        assertThat(first.get("/compliance/holds/" + id).path("inForce").asBoolean())
                .isTrue();
        assertThat(second.ask(confirm, "", 200).path("state").asText()).isEqualTo("confirmed");
        JsonNode released = first.get("/compliance/holds/" + id);
        assertThat(released.path("inForce").asBoolean()).isFalse();
        assertThat(released.path("releasedBy").asText()).isEqualTo(second.account());
        assertThat(second.ask(confirm, "", 409).path("code").asText()).isEqualTo("CONFIRMATION_DECIDED");
        List<String> audited = new ArrayList<>();
        first.get("/audit?subject=hold:" + id)
                .path("items")
                .forEach(entry -> audited.add(entry.path("action").asText()));
        assertThat(audited).containsExactly("hold.release", "hold.release.ask", "hold.set");
    }

    @Test
    void whatHasExpiredGoesWhenTwoAgreedAndClientsSeeAPurgeOfNobody() {
        say(ana, 3);
        age();
        say(ben, 1);
        JsonNode preview = first.ask(
                        "/compliance/retention/previews",
                        "{'scope':'room','room':'" + room + "','contentDays':30}",
                        200)
                .at("/rooms/0/content");
        assertThat(preview.path("expired").asInt()).isEqualTo(3);
        JsonNode answer = rule(30);
        assertThat(answer.path("inForce").asBoolean()).isFalse();
        assertThat(shown(history())).containsExactly("message", "message", "message", "message");
        try (ChatClient client = ChatClient.connect(chat, ben.token())) {
            client.enter(room);
            confirm(answer.path("confirmation"));
            JsonNode pushed = client.push("events").at("/events/0");
            assertThat(pushed.path("kind").asText()).isEqualTo("purge");
            assertThat(pushed.path("target").asLong()).isEqualTo(3);
            assertThat(pushed.has("author")).isFalse();
        }
        assertThat(shown(history()))
                .containsExactly("message gone", "message gone", "message gone", "message", "purge 3");
        assertThat(rule(60).path("inForce").asBoolean()).isTrue();
    }

    @Test
    void whatIsHeldStaysInTheRoomAndGoesOnlyAfterItsRelease() {
        say(ana, 1);
        say(ben, 2);
        age();
        String id = hold("'people':['" + ana.account() + "']");
        confirm(rule(30).path("confirmation"));
        await().atMost(PATIENCE).until(() -> left() == 1);
        assertThat(shown(history())).containsExactly("message", "message gone", "message gone", "delete 2", "delete 3");
        confirm(first.ask("/compliance/holds/" + id + "/release", "{'reason':'Settled'}", 200));
        await().atMost(PATIENCE).until(() -> left() == 0);
        assertThat(shown(history())).endsWith("purge 1");
    }

    @Test
    void aHoldThatIsSetWhileAPurgeRunsWinsAtOnce() {
        say(ben, 1);
        hold("'people':['" + ben.account() + "']"); // after what is held a purge takes one message after the other
        say(ana, MANY);
        String before = Instant.now().plusSeconds(1).toString();
        JsonNode purge = ChatServer.json(
                chat.call(
                        "POST",
                        "/api/v1/rooms/" + room + "/purge",
                        chat.adminToken(),
                        "{\"before\":\"" + before + "\"}"),
                200);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> left() <= MANY);
        hold("'rooms':['" + room + "']");
        int left = left();
        assertThat(left).as("messages that the purge had not come to").isGreaterThan(1);
        await().atMost(PATIENCE)
                .until(() -> !ChatServer.json(
                                chat.call(
                                        "GET",
                                        "/api/v1/message-removals/"
                                                + purge.path("id").asText(),
                                        chat.adminToken(),
                                        ""),
                                200)
                        .path("state")
                        .asText()
                        .equals("running"));
        assertThat(left()).isEqualTo(left);
    }

    @Test
    void aRoomThatIsGoneIsHeldAndRuledByItsLastName() {
        String name = chat.room(room).path("name").asText();
        confirm(rule(60).path("confirmation"));
        assertThat(chat.call("DELETE", "/api/v1/rooms/" + room, chat.adminToken(), "", Map.of("If-Match", "*"))
                        .statusCode())
                .isEqualTo(204);

        String id = hold("'rooms':['" + room + "']");
        assertThat(first.get("/compliance/holds/" + id).toString()).contains(name);
        assertThat(rule(90).path("inForce").asBoolean()).isTrue();
        for (String other : List.of("zzzzzzzzzzzz", "no id")) {
            assertThat(first.ask(
                                    "/compliance/holds",
                                    "{'name':'Case','matter':'M-1','reason':'x','rooms':['" + other + "']}",
                                    404)
                            .path("code")
                            .asText())
                    .isEqualTo("ROOM_NOT_FOUND");
        }
    }

    @Test
    void onlyOfficersKnowOfHolds() {
        for (String path : List.of("/compliance/holds", "/compliance/retention", "/compliance/confirmations")) {
            assertThat(chat.call("GET", "/api/v1" + path, chat.adminToken(), "").statusCode())
                    .isEqualTo(403);
        }
    }
}
