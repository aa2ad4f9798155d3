package org.persistentchat.rights;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.chat.Handshake;
import org.persistentchat.harness.TestServer;

/** A person of each {@link Role}, with what they have of credentials, and a connection if those are good for one. */
final class Staff implements AutoCloseable {
    private final ChatServer server;
    private final Map<Role, ChatServer.Person> people = new EnumMap<>(Role.class);
    private final Map<Role, ChatClient> clients = new EnumMap<>(Role.class);
    private final String expired;

    Staff(ChatServer server, TestServer process) {
        this.server = server;
        Role.ALL.forEach(role -> people.put(role, server.newPerson()));
        change(Role.DEACTIVATED, "{\"active\":false}");
        change(Role.ADMINISTRATOR, "{\"roles\":[\"administrator\"]}");
        change(Role.OFFICER, "{\"roles\":[\"compliance_officer\"]}");
        String good = person(Role.EXPIRED).token();
        ChatServer.json(server.call("GET", "/api/v1/people/me", ExpiredToken.copy(good, process), ""), 200);
        expired = ExpiredToken.of(good, process);
    }

    private void change(Role role, String body) {
        String path = "/api/v1/people/" + person(role).account();
        ChatServer.json(server.call("PATCH", path, server.adminToken(), body, Map.of("If-Match", "*")), 200);
    }

    private ChatServer.Person person(Role role) {
        return Objects.requireNonNull(people.get(role));
    }

    String account(Role role) {
        return person(role).account();
    }

    /** What is presented; null is nothing. */
    @Nullable String token(Role role) {
        return switch (role) {
            case NOBODY -> null;
            case EXPIRED -> expired;
            default -> person(role).token();
        };
    }

    /** One that may be used up. */
    @Nullable String spareToken(Role role) {
        return switch (role) {
            case NOBODY, EXPIRED, DEACTIVATED -> token(role);
            default -> server.token(account(role), ChatServer.PASSWORD);
        };
    }

    /** Signs in again: a new password has ended what they had. */
    void renew(Role role) {
        ChatServer.Person before = person(role);
        String token = Objects.requireNonNull(spareToken(role));
        people.put(role, new ChatServer.Person(before.account(), before.name(), before.email(), token));
    }

    /** Status and, of a refusal, the code of a call. */
    String call(@Nullable String token, CallTable.Row call) {
        boolean tagged = !call.method().equals("GET");
        HttpResponse<String> answer = server.call(
                call.method(),
                "/api/v1" + call.path(),
                token,
                call.body(),
                tagged ? Map.of("If-Match", "*") : Map.of());
        String status = String.valueOf(answer.statusCode());
        return answer.statusCode() < 300
                ? status
                : status + " " + ChatServer.json(answer.body()).path("code").asText();
    }

    /** {@code ok} or the code of the refusal; that of the handshake for who gets no connection. */
    String command(Role role, CallTable.Row command) {
        if (!clients.containsKey(role)) {
            Handshake handshake = new Handshake(server);
            String token = token(role);
            if (token != null) {
                handshake.header("Authorization", "Bearer " + token);
            }
            Handshake.Answer answer = handshake.send();
            if (answer.status() != 101) {
                return answer.status() + " " + answer.code();
            }
            clients.put(role, ChatClient.connect(server, person(role).token()));
        }
        var answer = Objects.requireNonNull(clients.get(role))
                .ask("'do':'" + command.operation() + "'" + (command.body().isEmpty() ? "" : "," + command.body()));
        return answer.has("ok") ? "ok" : answer.path("error").path("code").asText();
    }

    @Override
    public void close() {
        clients.values().forEach(ChatClient::close);
    }
}
