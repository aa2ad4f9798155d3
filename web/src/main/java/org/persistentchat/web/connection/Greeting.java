package org.persistentchat.web.connection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.identity.Person;
import org.persistentchat.session.SessionInvitations;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.LimitsForm;
import org.persistentchat.web.json.PersonForm;
import org.persistentchat.web.json.Timestamps;
import org.persistentchat.web.signin.HandshakeFilter;

/** The first message of a connection. */
@Dependent
public class Greeting {
    @Inject
    ChatLimits limits;

    @Inject
    ServerIdentity server;

    @Inject
    SessionInvitations invitations;

    byte[] to(Person person) {
        int waiting = invitations.waiting(person);
        return Json.object(json -> {
            json.writeStringField("push", "hello");
            json.writeStringField("protocol", HandshakeFilter.SUBPROTOCOL);
            PersonForm.writePerson(json, person);
            Json.text(json, "server", server.name());
            json.writeStringField("time", Timestamps.text(Instant.now()));
            json.writeNumberField("heartbeatSeconds", limits.heartbeat().toSeconds());
            json.writeNumberField("invitations", waiting);
            LimitsForm.writeLimits(json, limits.values());
        });
    }
}
