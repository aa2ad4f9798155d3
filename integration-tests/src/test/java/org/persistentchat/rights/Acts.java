package org.persistentchat.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.persistentchat.chat.ChatServer;

/** Everything that can be tried in a room, by the name that the table gives it; each answers {@code ok} or the code of the refusal. */
final class Acts {
    private final ChatServer server;
    private final Organisation people;
    private final Map<String, Act> acts = new LinkedHashMap<>();

    /** One thing to try. */
    @FunctionalInterface
    private interface Act {
        String tried(Standing by, String room);
    }

    Acts(ChatServer server, Organisation people) {
        this.server = server;
        this.people = people;
        conversation();
        messages();
        management();
    }

    /** Tries {@code act}; what it changed is as it was afterwards. */
    String tried(String act, Standing by, String room) {
        return Objects.requireNonNull(acts.get(act), () -> "The table names an unknown act: " + act)
                .tried(by, room);
    }

    private void conversation() {
        acts.put("find", (by, room) -> listed(by, room));
        acts.put("card", (by, room) -> rest(by, "GET", "/rooms/" + room, ""));
        acts.put("enter", (by, room) -> chat(by, room, "'do':'enter','room':'%s'"));
        acts.put("resume", (by, room) -> resumed(by, room));
        acts.put("history", (by, room) -> chat(by, room, "'do':'history','room':'%s'"));
        acts.put("events", (by, room) -> rest(by, "GET", "/rooms/" + room + "/events", ""));
        acts.put("pins", (by, room) -> rest(by, "GET", "/rooms/" + room + "/pins", ""));
        acts.put("post", (by, room) -> chat(by, room, "'do':'post','room':'%s'," + key() + ",'body':'Hello'"));
        acts.put("mark", (by, room) -> chat(by, room, "'do':'mark','room':'%s','seq':1"));
        acts.put("typing", (by, room) -> {
            chat(by, room, "'do':'show','rooms':['%s']");
            return chat(by, room, "'do':'typing','room':'%s'");
        });
        acts.put("show", (by, room) -> {
            chat(by, room, "'do':'enter','room':'%s'");
            return first(people.client(by).ask("'do':'show','rooms':['" + room + "']"));
        });
        acts.put("counts", (by, room) -> first(people.client(by).ask("'do':'counts','rooms':['" + room + "']")));
        acts.put("follow", (by, room) -> rest(by, "PUT", "/people/me/follows/" + room, "{'level':'all'}"));
    }

    private void messages() {
        acts.put("edit", (by, room) -> change(by, room, "edit", ",'body':'Other words'"));
        acts.put("delete", (by, room) -> change(by, room, "delete", ""));
        acts.put("react", (by, room) -> change(by, room, "react", ",'emoji':'\uD83D\uDC4D'"));
        acts.put("pin", (by, room) -> change(by, room, "pin", ""));
        acts.put(
                "purge",
                (by, room) -> rest(
                        by, "POST", "/rooms/" + room + "/purge", "{'before':'2001-01-01T00:00:00Z','dryRun':true}"));
    }

    private void management() {
        acts.put("members", (by, room) -> rest(by, "GET", "/rooms/" + room + "/members", ""));
        acts.put("invite", (by, room) -> {
            String spare = "{'%s':{'members':['person:" + people.spare().account() + "']}}";
            String path = "/rooms/" + room + "/members";
            String answer = rest(by, "POST", path, spare.formatted("add"));
            if (answer.equals("ok")) {
                administrator("POST", path, spare.formatted("remove"));
            }
            return answer;
        });
        acts.put("describe", (by, room) -> rest(by, "PATCH", "/rooms/" + room, "{'description':'Described'}"));
        acts.put("disable", (by, room) -> {
            String answer = rest(by, "POST", "/rooms/" + room + "/disable", "");
            if (answer.equals("ok")) {
                administrator("POST", "/rooms/" + room + "/enable", "");
            }
            return answer;
        });
        acts.put(
                "move",
                (by, room) -> rest(
                        by,
                        "POST",
                        "/rooms/" + room + "/move",
                        "{'category':'" + people.category(Scope.INSIDE, "") + "','dryRun':true}"));
        acts.put("enable", (by, room) -> rest(by, "POST", "/rooms/" + room + "/enable", ""));
        acts.put("quit", (by, room) -> quit(by, room));
        acts.put("approve", (by, room) -> rest(by, "POST", "/rooms/" + room + "/requests/nobody/approve", ""));
        acts.put("deny", (by, room) -> rest(by, "POST", "/rooms/" + room + "/requests/nobody/deny", ""));
        acts.put("ask", (by, room) -> asked(by, room));
        acts.put("requests", (by, room) -> rest(by, "GET", "/rooms/" + room + "/requests", ""));
        acts.put("remove", (by, room) -> rest(by, "DELETE", "/rooms/" + room, ""));
    }

    private String asked(Standing by, String room) {
        String answer = rest(by, "POST", "/rooms/" + room + "/requests", "{}");
        if (answer.equals("ok")) {
            administrator(
                    "POST", "/rooms/" + room + "/requests/" + people.of(by).account() + "/deny", "{}");
        }
        return answer;
    }

    private String listed(Standing by, String room) {
        String token = people.of(by).token();
        JsonNode found =
                ChatServer.json(server.call("GET", "/api/v1/rooms?limit=500&name=" + nameOf(room), token, ""), 200);
        for (JsonNode item : found.path("items")) {
            if (item.path("id").asText().equals(room)) {
                return "ok";
            }
        }
        return "ROOM_NOT_FOUND";
    }

    private String nameOf(String room) {
        String name = server.room(room).path("name").asText();
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Something done to what the observer has just said. */
    private String change(Standing by, String room, String command, String more) {
        long target = people.said(room);
        return chat(by, room, "'do':'" + command + "','room':'%s'," + key() + ",'target':" + target + more);
    }

    private String resumed(Standing by, String room) {
        return first(people.client(by).ask("'do':'resume','rooms':[{'room':'" + room + "','after':0}]"));
    }

    /** What is answered for the one room that was asked about. */
    private static String first(JsonNode answer) {
        return answerOf(answer.path("ok").path("rooms").path(0));
    }

    /** Leaves the room's lists; who was in one of them by name is again afterwards. */
    private String quit(Standing by, String room) {
        String answer = rest(by, "DELETE", "/rooms/" + room + "/members/me", "");
        if (answer.equals("ok") && (by == Standing.MEMBER || by == Standing.PRESENTER)) {
            String name = "['person:" + people.of(by).account() + "']";
            String presenters = by == Standing.PRESENTER ? ",'presenters':" + name : "";
            administrator("POST", "/rooms/" + room + "/members", "{'add':{'members':" + name + presenters + "}}");
        }
        return answer;
    }

    private String chat(Standing by, String room, String command) {
        JsonNode answer = people.client(by).ask(command.formatted(room));
        return answerOf(answer);
    }

    private static String answerOf(JsonNode answer) {
        return answer.has("error") ? answer.path("error").path("code").asText() : "ok";
    }

    private static String key() {
        return "'key':'" + UUID.randomUUID() + "'";
    }

    private void administrator(String method, String path, String body) {
        HttpResponse<String> answer =
                server.call(method, "/api/v1" + path, server.adminToken(), body.replace('\'', '"'));
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** Changes come with the tag of what an administrator sees: what is tried is the right, not the tag. */
    private String rest(Standing by, String method, String path, String body) {
        String token = people.of(by).token();
        boolean tagged = method.equals("PATCH") || method.equals("DELETE");
        Map<String, String> headers = tagged ? Map.of("If-Match", tag(path)) : Map.of();
        HttpResponse<String> answer = server.call(method, "/api/v1" + path, token, body.replace('\'', '"'), headers);
        return answer.statusCode() < 300
                ? "ok"
                : ChatServer.json(answer.body()).path("code").asText();
    }

    private String tag(String path) {
        return server.call("GET", "/api/v1" + path, server.adminToken(), "")
                .headers()
                .firstValue("ETag")
                .orElse("\"none\"");
    }
}
