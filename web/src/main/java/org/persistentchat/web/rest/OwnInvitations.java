package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.persistentchat.room.InvitationView;
import org.persistentchat.room.Invitations;
import org.persistentchat.room.JoinRequest;
import org.persistentchat.room.JoinRequests;
import org.persistentchat.web.json.InvitationForm;
import org.persistentchat.web.json.Timestamps;

/** What waits for the caller: rooms that they were made members of, and rooms that they asked to join. */
@Path("/people/me")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class OwnInvitations {
    @Inject
    Invitations invitations;

    @Inject
    JoinRequests requests;

    @Inject
    Caller caller;

    @GET
    @Path("/invitations")
    @Contract(does = "Lists rooms that somebody else made the caller a member of.", answers = "Invitations")
    public Response list() {
        List<InvitationView> waiting = invitations.views(caller.person(), invitations.of(caller.person()));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (InvitationView view : waiting) {
                json.writeStartObject();
                InvitationForm.write(json, view);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @DELETE
    @Path("/invitations")
    @Contract(does = "Takes note of all invitations.")
    public Response dismissAll() {
        invitations.dismissAll(caller.person());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/invitations/{room}")
    @Contract(does = "Takes note of one invitation.")
    public Response dismiss(@PathParam("room") String room) {
        invitations.dismiss(caller.person(), RoomBody.id(room));
        return Response.noContent().build();
    }

    @GET
    @Path("/requests")
    @Contract(does = "Lists the rooms that the caller has asked to join.", answers = "OwnJoinRequests")
    public Response requests() {
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
