package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.room.AccessCatalog;
import org.persistentchat.room.AccessChanged;
import org.persistentchat.room.PrincipalPage;
import org.persistentchat.room.Relation;
import org.persistentchat.room.RoomCatalog;
import org.persistentchat.room.RoomMembership;

/** Who is in the lists of a room. */
@Path("/rooms/{id}/members")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class RoomMembers {
    @Inject
    AccessCatalog access;

    @Inject
    RoomCatalog catalog;

    @Inject
    RoomMembership membership;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Reads a list of a room.", answers = "PrincipalList")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("relation") @Nullable String relation,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var room = catalog.card(caller.person(), RoomBody.id(id)).room().id();
        PrincipalPage page = access.ofRoom(
                caller.person(),
                room,
                relation == null ? Relation.MEMBER : AccessBody.relation("relation", relation, Relation.OF_ROOMS),
                after == null ? "" : after,
                QueryValues.limit(limit));
        return Answers.ok(json -> AccessBody.writePage(json, page));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Adds to and removes from the lists of a room. Managers and administrators only.",
            takes = "AccessChange",
            answers = "AccessChanged",
            status = 200)
    public Response change(@PathParam("id") String id, InputStream content) {
        Body body = Body.read(content);
        var room = catalog.card(caller.person(), RoomBody.id(id)).room().id();
        AccessChanged changed = membership.change(caller.person(), room, AccessBody.read(body, Relation.OF_ROOMS));
        return Answers.ok(json -> AccessBody.writeChanged(json, changed));
    }

    @DELETE
    @Path("/me")
    @Contract(does = "Leaves a room for good.")
    public Response leave(@PathParam("id") String id) {
        membership.leave(caller.person(), RoomBody.id(id));
        return Response.noContent().build();
    }
}
