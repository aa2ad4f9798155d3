package org.persistentchat.web.connection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.persistentchat.config.ChatLimits;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.identity.Person;
import org.persistentchat.web.json.Json;
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

    byte[] to(Person person) {
        return Json.object(json -> {
            json.writeStringField("push", "hello");
            json.writeStringField("protocol", HandshakeFilter.SUBPROTOCOL);
            PersonForm.writePerson(json, person);
            Json.text(json, "server", server.name());
            json.writeStringField("time", Timestamps.text(Instant.now()));
            json.writeNumberField("heartbeatSeconds", limits.heartbeat().toSeconds());
            json.writeObjectFieldStart("limits");
            json.writeNumberField("bodyCharacters", limits.bodyCharacters());
            json.writeNumberField("storyCharacters", limits.storyCharacters());
            json.writeNumberField("titleCharacters", limits.titleCharacters());
            json.writeNumberField("frameBytes", limits.frameBytes());
            json.writeNumberField("historyPage", limits.historyPage());
            json.writeNumberField("resumeRooms", limits.resumeRooms());
            json.writeNumberField("resumeEvents", limits.resumeEvents());
            json.writeNumberField("enteredRooms", limits.enteredRooms());
            json.writeNumberField("shownRooms", limits.shownRooms());
            json.writeNumberField("participantUpdates", limits.participantUpdates());
            json.writeNumberField("keyCharacters", limits.keyCharacters());
            json.writeEndObject();
        });
    }
}
