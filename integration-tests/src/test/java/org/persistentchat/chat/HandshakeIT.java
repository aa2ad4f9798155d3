package org.persistentchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.persistentchat.harness.OnSharedServer;

/** Who gets a connection, and what the others are told. */
@OnSharedServer
class HandshakeIT {
    private static final ChatServer SERVER = new ChatServer();

    private final ChatServer.Person person = SERVER.newPerson();

    @Test
    void aTokenIsGoodForManyConnections() {
        for (int i = 0; i < 3; i++) {
            assertThat(good().send().status()).isEqualTo(101);
        }
    }

    @Test
    void aTicketIsGoodOnceAndAFailedHandshakeDoesNotSpendIt() {
        String ticket = ChatServer.json(SERVER.call("POST", "/api/v1/tickets", person.token(), ""), 201)
                .path("ticket")
                .asText();
        Handshake handshake = new Handshake(SERVER).ticket(ticket);
        assertRefused(
                new Handshake(SERVER).ticket(ticket).without("Sec-WebSocket-Protocol"), 400, "SUBPROTOCOL_REQUIRED");

        assertThat(handshake.send().status()).isEqualTo(101);
        assertRefused(handshake, 401, "TICKET_INVALID");
    }

    @Test
    void aTicketIsNoTokenAndATokenNoTicket() {
        String ticket = ChatServer.json(SERVER.call("POST", "/api/v1/tickets", person.token(), ""), 201)
                .path("ticket")
                .asText();

        assertRefused(bearer(ticket), 401, "NOT_SIGNED_IN");
        assertRefused(new Handshake(SERVER).ticket(person.token()), 401, "TICKET_INVALID");
    }

    @Test
    void withoutGoodCredentialsThereIsNoConnection() {
        assertRefused(new Handshake(SERVER), 401, "NOT_SIGNED_IN");
        assertRefused(bearer("nonsense"), 401, "NOT_SIGNED_IN");
        assertRefused(bearer(person.token().substring(1)), 401, "NOT_SIGNED_IN");
        String wrong =
                Base64.getEncoder().encodeToString((person.account() + ":wrong").getBytes(StandardCharsets.UTF_8));
        assertRefused(new Handshake(SERVER).header("Authorization", "Basic " + wrong), 401, "WRONG_CREDENTIALS");
        assertThat(new Handshake(SERVER).send().headers()).containsKey("WWW-Authenticate");
    }

    @Test
    void aForeignPageIsRefusedAndTheServersOwnIsNot() {
        assertRefused(good().header("Origin", "https://foreign.example"), 403, "ORIGIN_FORBIDDEN");
        assertRefused(good().header("Origin", "null"), 403, "ORIGIN_FORBIDDEN");
        assertThat(good().header("Origin", SERVER.address().toString()).send().status())
                .isEqualTo(101);
    }

    @Test
    void theSubprotocolMustBeOffered() {
        assertRefused(good().without("Sec-WebSocket-Protocol"), 400, "SUBPROTOCOL_REQUIRED");
        assertRefused(good().header("Sec-WebSocket-Protocol", "persistentchat.v9"), 400, "SUBPROTOCOL_REQUIRED");
        Handshake.Answer answer = good().header("Sec-WebSocket-Protocol", "persistentchat.v9, persistentchat.v1")
                .send();
        assertThat(answer.headers()).containsEntry("Sec-WebSocket-Protocol", "persistentchat.v1");
    }

    @Test
    void aPlainRequestIsToldToUpgrade() {
        Handshake.Answer answer = good().without("Upgrade").send();

        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.headers()).containsEntry("Upgrade", "websocket").doesNotContainKey("Set-Cookie");
    }

    @Test
    void noHandshakeMakesASession() {
        assertThat(good().send().headers()).doesNotContainKey("Set-Cookie");
        assertThat(new Handshake(SERVER).send().headers()).doesNotContainKey("Set-Cookie");
    }

    private Handshake good() {
        return bearer(person.token());
    }

    private Handshake bearer(String token) {
        return new Handshake(SERVER).header("Authorization", "Bearer " + token);
    }

    private static void assertRefused(Handshake handshake, int status, String code) {
        Handshake.Answer answer = handshake.send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
