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
import org.persistentchat.web.json.InvitationForm;

/** What the caller was made a member of. Not in one class for all of {@code /people/me}: it would take that address from {@link PeopleCalls}. */
@Path("/people/me/invitations")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class OwnInvitations {
    @Inject
    Invitations invitations;

    @Inject
    Caller caller;

    @GET
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
    @Contract(does = "Takes note of all invitations.")
    public Response dismissAll() {
        invitations.dismissAll(caller.person());
        return Response.noContent().build();
    }

    @DELETE
    @Path("/{room}")
    @Contract(does = "Takes note of one invitation.")
    public Response dismiss(@PathParam("room") String room) {
        invitations.dismiss(caller.person(), RoomBody.id(room));
        return Response.noContent().build();
    }
}
