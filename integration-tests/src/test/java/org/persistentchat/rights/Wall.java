package org.persistentchat.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;

/**
 * Two sides that have worked together: the trader is a member of a room of research, and has asked to join another; the researcher is so with the trading floor. Then
 * a wall is built: each side is denied the other's category, through groups in groups, and trading every other category that there is. They share no scope any more.
 */
final class Wall implements AutoCloseable {
    private final ChatServer server;
    final String unique = UUID.randomUUID().toString().substring(0, 8);
    final ChatServer.Person researcher;
    final ChatServer.Person trader;
    /** Rooms of research of every privacy, and, at last, the one whose member the trader was. */
    final List<String> research = new ArrayList<>();
    /** A room of trading that names the researcher and their groups in all its lists; the trader manages it. */
    final String floor;
    /** A room of trading that the researcher has asked to join. */
    final String pit;

    final String papers;
    final String orders;
    final ChatClient researching;
    final ChatClient trading;
    private List<JsonNode> heardBefore = List.of();

    Wall(ChatServer server) {
        this.server = server;
        researcher = server.newPerson();
        trader = server.newPerson();
        group("Analysts " + unique, name(researcher));
        group("Research " + unique, "group:Analysts " + unique);
        group("Desk " + unique, name(trader));
        group("Trading " + unique, "group:Desk " + unique);
        papers = category("Papers " + unique, researcher);
        orders = category("Orders " + unique, trader);
        for (String privacy : List.of("open", "closed", "secret")) {
            research.add(room("Forecast " + privacy, papers, privacy, "'members':['group:Research " + unique + "']"));
        }
        String guests = list("members", name(trader), "group:Research " + unique);
        research.add(room("Guests", papers, "closed", guests));
        String all = "['" + name(researcher) + "','group:Research " + unique + "','group:Analysts " + unique + "','"
                + name(trader) + "']";
        floor = room("Floor", orders, "open", "'members':" + all + ",'managers':" + all + ",'presenters':" + all);
        pit = room("Pit", orders, "closed", list("managers", name(trader)));
        researching = ChatClient.connect(server, researcher.token());
        trading = ChatClient.connect(server, trader.token());
        workTogether();
        build();
    }

    private void workTogether() {
        String guests = guests();
        trading.enter(guests);
        said(trading, guests, "Good morning");
        trading.enter(floor);
        researching.enter(floor);
        research.forEach(room -> {
            researching.enter(room);
            said(researching, room, "Sell everything");
        });
        call(trader, "PUT /people/me/follows/" + guests + " {'level':'all'}", 200);
        call(trader, "POST /rooms/" + research.get(1) + "/requests {}", 201);
        call(researcher, "POST /rooms/" + pit + "/requests {}", 201);
    }

    private void build() {
        for (JsonNode category : admin("GET /categories", 200).path("items")) {
            String id = category.path("id").asText();
            String denied = id.equals(orders) ? "Research " : "Trading ";
            admin("POST /categories/" + id + "/access {'add':{'denied':['group:" + denied + unique + "']}}", 200);
        }
        trading.push("left");
        researching.push("left");
        heardBefore = trading.heard();
    }

    /** All that was pushed to the trader since the wall, less what they said or chose themselves. */
    String heardByTrader() {
        List<JsonNode> heard = new ArrayList<>(trading.heard());
        heardBefore.forEach(heard::remove);
        heard.removeIf(push -> push.path("push").asText().equals("follow")
                || push.at("/events/0/author").asText().equals(trader.account()));
        return heard.toString();
    }

    /** Waits until somebody has been told of a room that they may know of, which is after all that they were to be told of before. */
    void awaitHint(ChatServer.Person person) {
        ChatClient client = person.equals(trader) ? trading : researching;
        ChatServer.Person visitor = server.newPerson();
        String open = room(
                "Hints " + UUID.randomUUID(),
                person.equals(trader) ? orders : papers,
                "open",
                list("members", name(visitor)));
        call(person, "PUT /people/me/follows/" + open + " {'level':'all'}", 200);
        try (ChatClient visiting = ChatClient.connect(server, visitor.token())) {
            visiting.enter(open);
            said(visiting, open, "Good evening @" + person.account());
        }
        Awaitility.await("the hints of " + open)
                .atMost(Duration.ofSeconds(20))
                .until(() -> hints(client, open).containsAll(List.of("notify", "activity")));
    }

    private static List<String> hints(ChatClient client, String room) {
        return client.heard().stream()
                .filter(push -> push.path("room").asText().equals(room))
                .map(push -> push.path("push").asText())
                .toList();
    }

    String guests() {
        return research.get(research.size() - 1);
    }

    private static void said(ChatClient client, String room, String body) {
        JsonNode answer = client.post(room, "before the wall", body);
        if (!answer.has("ok")) {
            throw new AssertionError("Could not speak: " + answer);
        }
    }

    static String name(ChatServer.Person person) {
        return "person:" + person.account();
    }

    private static String list(String relation, String... names) {
        return "'" + relation + "':['" + String.join("','", names) + "']";
    }

    private void group(String name, String member) {
        admin("POST /groups {'name':'" + name + "','members':['" + member + "']}", 201);
    }

    private String category(String name, ChatServer.Person creator) {
        return admin("POST /categories {'name':'" + name + "','creators':['" + name(creator) + "']}", 201)
                .path("id")
                .asText();
    }

    private String room(String name, String category, String privacy, String lists) {
        return admin(
                        "POST /rooms {'name':'" + name + " " + unique + "','category':'" + category + "','privacy':'"
                                + privacy + "'," + lists + "}",
                        201)
                .path("id")
                .asText();
    }

    JsonNode admin(String call, int status) {
        return body(answer(server.adminToken(), call), status);
    }

    JsonNode call(ChatServer.Person by, String call, int status) {
        return body(answer(by.token(), call), status);
    }

    /** What a call in the form {@code METHOD PATH BODY}, with single quotes, is answered. */
    HttpResponse<String> answer(String token, String call) {
        String[] parts = call.split(" ", 3);
        String body = parts.length > 2 ? parts[2].replace('\'', '"') : "";
        boolean tagged = parts[0].equals("PATCH") || parts[0].equals("DELETE") || parts[1].endsWith("/move");
        String path = "/api/v1" + parts[1].replace("+", "%20");
        return server.call(parts[0], path, token, body, tagged ? Map.of("If-Match", "*") : Map.of());
    }

    private static JsonNode body(HttpResponse<String> answer, int status) {
        return ChatServer.json(answer, status);
    }

    @Override
    public void close() {
        researching.close();
        trading.close();
    }
}
