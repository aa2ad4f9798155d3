package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.persistentchat.harness.OnSharedServer;

/** What a client does wrong gets a stable answer, hurts nobody else, and mostly not even its own connection. Two others chat on all the while. */
@OnSharedServer
class RefusalsIT {
    private static final int MEBIBYTE = 1024 * 1024;

    private static final ChatServer SERVER = new ChatServer();

    private final ChatServer.Person culprit = SERVER.newPerson();
    private final String room = SERVER.newRoom("open");
    private final ChatClient speaker =
            ChatClient.connect(SERVER, SERVER.newPerson().token());
    private final ChatClient listener =
            ChatClient.connect(SERVER, SERVER.newPerson().token());
    private final ChatClient client = ChatClient.connect(SERVER, culprit.token());

    @BeforeEach
    void othersBeginToChat() {
        speaker.enter(room);
        listener.enter(room);
        othersChatOn();
    }

    @AfterEach
    void othersStillChat() {
        othersChatOn();
        speaker.close();
        listener.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello                            | MALFORMED",
                "{'do':'ping'}                    | MALFORMED",
                "{'id':1,'do':'ping'} {'id':2}    | MALFORMED",
                "[{'id':1,'do':'ping'}]           | MALFORMED",
                "{'id':'1','do':'ping'}           | MALFORMED",
            })
    void aFrameThatIsNoCommandIsRefusedAndTheConnectionGoesOn(String frame, String code) {
        client.sendText(frame.replace('\'', '"'));
        JsonNode answer = frame.startsWith("{'id':1,") ? client.reply(1) : client.push("error");

        assertThat(answer.at("/error/code").asText()).isEqualTo(code);
        assertConnectionIsGood();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':77,'do':'shout'}                                            | UNKNOWN_COMMAND",
                "{'id':77,'do':'post','room':'%s','key':'k'}                       | INVALID_FIELD",
                "{'id':77,'do':'post','room':'%s','body':'b'}                      | INVALID_FIELD",
                "{'id':77,'do':'post','room':'%s','key':'k','body':'\\ud800'}      | INVALID_FIELD",
                "{'id':77,'do':'enter','room':'%s','history':501}                  | INVALID_FIELD",
                "{'id':77,'do':'history','room':'%s','before':2,'after':1}         | INVALID_FIELD",
                "{'id':77,'do':'post','room':'000000000000','key':'k','body':'b'}  | ROOM_NOT_FOUND",
                "{'id':77,'do':'post','room':'no room','key':'k','body':'b'}       | ROOM_NOT_FOUND",
                "{'id':77,'do':'post','room':'%s','key':'k','body':'b'}            | NOT_ENTERED",
            })
    void aCommandThatIsWrongIsRefusedWithItsIdAndTheConnectionGoesOn(String frame, String code) {
        client.sendText(frame.replace('\'', '"').replace("%s", room));

        assertThat(client.reply(77).at("/error/code").asText()).isEqualTo(code);
        assertConnectionIsGood();
    }

    @ParameterizedTest
    @CsvSource({"'', MESSAGE_EMPTY", "' ', MESSAGE_EMPTY", "x8001, MESSAGE_TOO_LONG"})
    void aBodyThatBreaksTheRulesIsRefused(String body, String code) {
        client.enter(room);
        String sent = body.startsWith("x") ? "x".repeat(Integer.parseInt(body.substring(1))) : body;
        client.sendText(
                "{\"id\":77,\"do\":\"post\",\"room\":\"" + room + "\",\"key\":\"k\",\"body\":\"" + sent + "\"}");

        assertThat(client.reply(77).at("/error/code").asText()).isEqualTo(code);
        assertConnectionIsGood();
    }

    @Test
    void aClosedRoomIsRefusedAndASecretOneDoesNotExist() {
        String closed = SERVER.newRoom("closed");
        String secret = SERVER.newRoom("secret");

        assertThat(codeOf("'do':'enter','room':'" + closed + "'")).isEqualTo("NOT_A_MEMBER");
        assertThat(codeOf("'do':'history','room':'" + closed + "'")).isEqualTo("NOT_A_MEMBER");
        assertThat(client.ask("'do':'enter','room':'" + secret + "'").path("error"))
                .isEqualTo(client.ask("'do':'enter','room':'000000000000'").path("error"));
        assertThat(SERVER.call("GET", "/api/v1/rooms/" + secret, culprit.token(), "")
                        .body())
                .isEqualTo(SERVER.call("GET", "/api/v1/rooms/000000000000", culprit.token(), "")
                        .body());
        assertConnectionIsGood();
    }

    @Test
    void aMebibyteEndsTheConnectionWithItsReason() {
        client.sendText("{\"id\":1,\"do\":\"ping\",\"x\":\"" + "y".repeat(MEBIBYTE) + "\"}");

        assertThat(client.closeCode()).isEqualTo(1009);
    }

    @Test
    void aBinaryFrameIsRefusedAndTheConnectionGoesOn() {
        client.sendBinary(new byte[] {1, 2, 3});

        assertThat(client.push("error").at("/error/code").asText()).isEqualTo("BINARY_NOT_SUPPORTED");
        assertConnectionIsGood();
    }

    @Test
    void aRevokedTokenEndsItsConnectionsAndNoOthers() {
        assertThat(SERVER.call("DELETE", "/api/v1/tokens/current", culprit.token(), "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(client.closeCode()).isEqualTo(4401);
        assertThat(new Handshake(SERVER)
                        .header("Authorization", "Bearer " + culprit.token())
                        .send()
                        .code())
                .isEqualTo("NOT_SIGNED_IN");
    }

    private void assertConnectionIsGood() {
        assertThat(client.ask("'do':'ping'").at("/ok/time").asText()).isNotEmpty();
        assertThat(client.isOpen()).isTrue();
    }

    private String codeOf(String command) {
        return client.ask(command).at("/error/code").asText();
    }

    private void othersChatOn() {
        String body = "said " + UUID.randomUUID();
        assertThat(speaker.post(room, UUID.randomUUID().toString(), body).has("ok"))
                .isTrue();
        assertThat(listener.push("events").at("/events/0/body").asText()).isEqualTo(body);
    }
}
