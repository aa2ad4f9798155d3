package org.persistentchat.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.persistentchat.chat.ChatClient;
import org.persistentchat.chat.ChatServer;
import org.persistentchat.harness.TestServer;

/** A server comes back on its data, however it ended. */
class RestartIT {

    @Test
    void aServerComesBackAfterAStopAKillAndAPause() {
        try (TestServer server = TestServer.named("restart")
                .with("persistentchat.compliance.gather-millis", "0")
                .start()) {
            Path content = server.layout().data().resolve("persistent-chat/content.mv.db");
            assertThat(content).exists();

            server.restart();
            assertThat(server.isReady()).isTrue();

            ChatServer chat = new ChatServer(server.address());
            String removal = removalBegun(chat);
            server.kill();
            assertThat(server.isReady()).isFalse();
            server.start();
            assertThat(server.isReady()).isTrue();
            Awaitility.await("the removal is continued")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> state(chat, removal).path("state").asText().equals("done"));
            assertThat(state(chat, removal).path("changed").asInt()).isPositive();

            server.pause();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !server.isReady());
            server.proceed();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(server::isReady);

            stopsWithoutStackTraces(server, chat);
            assertThat(Files.exists(content)).isTrue();
            assertThat(server.log().stream().filter(line -> line.contains("Accounts for trying it out")))
                    .as("accounts are made or found at each of three starts")
                    .hasSize(3);
        }
    }

    /** Everybody in a room leaves it at that moment, which is to be recorded: without gathering, while the server still ends. */
    private static void stopsWithoutStackTraces(TestServer server, ChatServer chat) {
        String room = chat.newRoom("open");
        String token = chat.newPerson().token();
        List<ChatClient> clients = IntStream.range(0, 40)
                .mapToObj(i -> ChatClient.connect(chat, token))
                .toList();
        clients.forEach(client -> client.enter(room));
        int before = server.log().size();
        server.stop();
        clients.forEach(ChatClient::close);
        assertThat(server.log().subList(before, server.log().size()))
                .as("what is logged of a stop")
                .anyMatch(line -> line.contains("PCHAT5342"))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    /** Of many messages, so that the end of the server comes before its own. */
    private static String removalBegun(ChatServer chat) {
        String room = chat.newRoom("open");
        try (ChatClient ana = ChatClient.connect(chat, chat.newPerson().token())) {
            ana.enter(room);
            for (int i = 0; i < 300; i++) {
                ana.post(room, "k" + i, "swordfish " + i);
            }
        }
        String body = "{\"rooms\":[\"" + room + "\"],\"words\":\"swordfish\"}";
        return ChatServer.json(chat.call("POST", "/api/v1/message-removals", chat.adminToken(), body), 200)
                .path("id")
                .asText();
    }

    private static JsonNode state(ChatServer chat, String removal) {
        return ChatServer.json(chat.call("GET", "/api/v1/message-removals/" + removal, chat.adminToken(), ""), 200);
    }
}
