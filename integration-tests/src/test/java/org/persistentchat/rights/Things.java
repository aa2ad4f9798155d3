package org.persistentchat.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;

/** What calls are made about, by the names in braces of the call matrix. Those that begin with {@code new-} are made for each call. */
final class Things implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

    private static final Map<String, String> PATHS =
            Map.of("room", "/rooms/", "category", "/categories/", "group", "/groups/", "add-in", "/add-ins/");

    private final ChatServer server;
    private final Staff staff;
    private final Map<String, Function<Role, String>> things = new HashMap<>();
    private final ChatServer.Person other;
    private final ChatClient speaker;
    private final String category;
    private final String room;

    Things(ChatServer server, Staff staff) {
        this.server = server;
        this.staff = staff;
        other = server.newPerson();
        category = category();
        room = room("open");
        speaker = ChatClient.connect(server, other.token());
        speaker.enter(room);
        existing();
        groups();
        names();
        fresh();
    }

    /** {@code call} about things that are there, as {@code role} makes it. */
    CallTable.Row about(CallTable.Row call, Role role) {
        return new CallTable.Row(
                call.operation(),
                call.method(),
                filled(call.path(), role),
                call.isCommand()
                        ? filled(call.body(), role)
                        : filled(call.body(), role).replace('\'', '"'),
                call.answers());
    }

    private String filled(String text, Role role) {
        return NAME.matcher(text).replaceAll(found -> {
            Function<Role, String> thing = things.get(found.group(1));
            if (thing == null) {
                throw new AssertionError("The table names an unknown thing: " + found.group());
            }
            return Matcher.quoteReplacement(thing.apply(role));
        });
    }

    private void existing() {
        String closed = room("closed");
        String target = category();
        String addIn = made("/add-ins", "{'name':'" + name() + "','url':'https://add-in.example/'}");
        String removal = post("/message-removals", "{'words':'nobody-says-this','rooms':['" + room + "']}", 200)
                .path("id")
                .asText();
        String running = ChatServer.json(server.call("GET", "/api/v1/servers", server.adminToken(), ""), 200)
                .at("/items/0/name")
                .asText();
        things.put("me", staff::account);
        things.put("password", role -> role == Role.NOBODY ? "wrong" : ChatServer.PASSWORD);
        things.put("other", role -> other.account());
        things.put("room", role -> room);
        things.put("closed", role -> closed);
        things.put("category", role -> category);
        things.put("target", role -> target);
        things.put("add-in", role -> addIn);
        things.put("removal", role -> removal);
        things.put("server", role -> running);
        things.put("nothing", role -> "nothing");
        things.put("position", role -> "1");
    }

    /** A group that contains one that contains one. */
    private void groups() {
        String innermost = made("/groups", "{'name':'" + name() + "','members':['person:" + other.account() + "']}");
        String inner = made("/groups", "{'name':'" + name() + "','members':['" + labelOf(innermost) + "']}");
        String group = made("/groups", "{'name':'" + name() + "','members':['" + labelOf(inner) + "']}");
        things.put("group", role -> group);
        things.put("inner-group", role -> inner);
        things.put("innermost-group", role -> innermost);
    }

    private String labelOf(String group) {
        return "group:" + nameOf("/groups/" + group);
    }

    /** What is called how, as it is and in capital letters. */
    private void names() {
        for (String thing : List.of("room", "category", "group", "add-in")) {
            String id = filled("{" + thing + "}", Role.ADMINISTRATOR);
            String name = nameOf(PATHS.get(thing) + id);
            things.put(thing + "-name", role -> name);
            things.put(thing + "-name-upper", role -> name.toUpperCase(Locale.ROOT));
        }
        things.put("other-upper", role -> other.account().toUpperCase(Locale.ROOT));
    }

    private String nameOf(String path) {
        return ChatServer.json(server.call("GET", "/api/v1" + path, server.adminToken(), ""), 200)
                .path("name")
                .asText();
    }

    private void fresh() {
        things.put("new-name", role -> name());
        things.put("new-room", role -> room("open"));
        things.put("new-category", role -> category());
        things.put("new-group", role -> made("/groups", "{'name':'" + name() + "'}"));
        things.put("new-add-in", role -> made("/add-ins", "{'name':'" + name() + "','url':'https://add-in.example/'}"));
        things.put("new-message", role -> said());
        things.put("asked", role -> asked());
    }

    private String said() {
        return speaker.post(room, UUID.randomUUID().toString(), "Something to react to")
                .at("/ok/seq")
                .asText();
    }

    /** A closed room that {@code other} has asked to join. */
    private String asked() {
        String asked = room("closed");
        ChatServer.json(server.call("POST", "/api/v1/rooms/" + asked + "/requests", other.token(), "{}"), 201);
        return asked;
    }

    private String category() {
        String creator = staff.account(Role.CREATOR);
        return made("/categories", "{'name':'" + name() + "','creators':['person:" + creator + "']}");
    }

    private String room(String privacy) {
        String manager = staff.account(Role.MANAGER);
        return made(
                "/rooms",
                "{'name':'" + name() + "','category':'" + category + "','privacy':'" + privacy
                        + "','managers':['person:" + manager + "']}");
    }

    private static String name() {
        return "Thing " + UUID.randomUUID();
    }

    private String made(String path, String body) {
        return post(path, body, 201).path("id").asText();
    }

    private JsonNode post(String path, String body, int status) {
        return ChatServer.json(
                server.call("POST", "/api/v1" + path, server.adminToken(), body.replace('\'', '"')), status);
    }

    @Override
    public void close() {
        speaker.close();
    }
}
