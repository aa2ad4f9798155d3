package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.persistentchat.room.JoinRequest;
import org.persistentchat.room.JoinRequests;
import org.persistentchat.web.json.Timestamps;

/** What the caller has asked to join. */
@Path("/people/me/requests")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class OwnRequests {
    @Inject
    JoinRequests requests;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the rooms that the caller has asked to join.", answers = "OwnJoinRequests")
    public Response list() {
        List<JoinRequest> waiting = requests.of(caller.person());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (JoinRequest request : waiting) {
                json.writeStartObject();
                json.writeStringField("room", request.room().text());
                json.writeStringField("at", Timestamps.text(request.at()));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
