package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.persistentchat.room.InvitationPolicy;
import org.persistentchat.room.Privacy;
import org.persistentchat.room.Relation;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomAdministration;
import org.persistentchat.room.RoomCard;
import org.persistentchat.room.RoomCatalog;
import org.persistentchat.room.RoomChange;
import org.persistentchat.room.RoomCreation;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPage;
import org.persistentchat.room.RoomProfile;
import org.persistentchat.room.RoomType;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.RoomProfileForm;

/** Rooms: finding, creating, changing and deleting them. */
@Path("/rooms")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Rooms {
    private static final int MOST_AT_ONCE = 500;

    @Inject
    RoomCatalog catalog;

    @Inject
    RoomCreation creation;

    @Inject
    RoomAdministration administration;

    @Inject
    RoomQueries queries;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Finds rooms.",
            answers = "Rooms",
            query = {
                "name",
                "descriptions",
                "category",
                "addIn",
                "privacy",
                "type",
                "invitations",
                "member",
                "manager",
                "disabled",
                "eventsExceed",
                "scope"
            })
    public Response find(
            @Context UriInfo address,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        RoomPage page = catalog.find(
                caller.person(),
                queries.query(caller.person(), address.getQueryParameters()),
                after == null ? "" : after,
                QueryValues.limit(limit));
        List<RoomProfile> profiles = catalog.profiles(caller.person(), page.items());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (RoomProfile profile : profiles) {
                json.writeStartObject();
                RoomProfileForm.write(json, profile);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.next() != null) {
                json.writeStringField("next", page.next());
            }
        });
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Creates a room; who creates it becomes its manager. Creators and administrators only.",
            takes = "NewRoom",
            answers = "Room")
    public Response create(InputStream content) {
        Room created = creation.create(caller.person(), RoomBody.room(Body.read(content)));
        return EntityTag.of(created.version()).on(Answers.created(form(catalog.cardOfNew(caller.person(), created))));
    }

    @POST
    @Path("/bulk")
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Creates up to 500 rooms, all or none. Creators and administrators only.",
            takes = "NewRooms",
            answers = "CreatedRooms")
    public Response createMany(InputStream content) {
        List<Room> created = creation.createAll(
                caller.person(),
                Body.readList(content, MOST_AT_ONCE).stream()
                        .map(RoomBody::room)
                        .toList());
        return Answers.created(json -> {
            json.writeArrayFieldStart("items");
            for (Room room : created) {
                json.writeStartObject();
                json.writeStringField("id", room.id().text());
                Json.text(json, "name", room.name());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @GET
    @Path("/{id}")
    @Contract(does = "Shows a room.", answers = "Room")
    public Response one(@PathParam("id") String id) {
        return answer(RoomBody.id(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(does = "Changes a room. Managers and administrators only.", takes = "RoomChange", answers = "Room")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        long version = EntityTag.version(ifMatch);
        Patch patch =
                Patch.read(content, "name", "description", "privacy", "type", "invitations", "disabled", "addIns");
        List<String> addIns = patch.texts("addIns");
        RoomChange wanted = new RoomChange(
                patch.text("name"),
                patch.textOrNothing("description"),
                patch.constant("privacy", Privacy.class),
                patch.constant("type", RoomType.class),
                patch.constant("invitations", InvitationPolicy.class),
                patch.flag("disabled"),
                addIns == null ? null : RoomBody.addIns(addIns));
        administration.change(caller.person(), RoomBody.id(id), version, wanted);
        return answer(RoomBody.id(id));
    }

    @DELETE
    @Path("/{id}")
    @Contract(does = "Deletes a room and all that was said in it. Administrators only.")
    public Response delete(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        RoomId room = seen(id);
        administration.delete(caller.person(), room, EntityTag.version(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/disable")
    @Contract(
            does = "Disables a room: nobody is in it or finds it any more. Managers and administrators only.",
            answers = "Room",
            status = 200)
    public Response disable(@PathParam("id") String id) {
        administration.setDisabled(caller.person(), RoomBody.id(id), true);
        return answer(RoomBody.id(id));
    }

    @POST
    @Path("/{id}/enable")
    @Contract(does = "Enables a room again. Managers and administrators only.", answers = "Room", status = 200)
    public Response enable(@PathParam("id") String id) {
        administration.setDisabled(caller.person(), RoomBody.id(id), false);
        return answer(RoomBody.id(id));
    }

    @POST
    @Path("/{id}/move")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Moves a room to another category, or says whom that would remove. Administrators only.",
            takes = "RoomMove",
            answers = "RoomMoved",
            status = 200)
    public Response move(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        Body body = Body.read(content);
        boolean dryRun = body.flag("dryRun", false);
        RoomId room = seen(id);
        Map<Relation, List<String>> removed = administration.move(
                caller.person(),
                room,
                dryRun ? -1 : EntityTag.version(ifMatch),
                new RoomAdministration.Move(RoomBody.category(body.text("category")), dryRun));
        return Answers.ok(json -> {
            json.writeBooleanField("dryRun", dryRun);
            json.writeObjectFieldStart("removed");
            AccessBody.writeNames(json, removed);
            json.writeEndObject();
        });
    }

    /** Who may not know of a room learns nothing from what else is wrong with the request. */
    private RoomId seen(String id) {
        return catalog.card(caller.person(), RoomBody.id(id)).room().id();
    }

    private Response answer(RoomId id) {
        RoomCard card = catalog.card(caller.person(), id);
        return EntityTag.of(card.room().version()).on(Answers.ok(form(card)));
    }

    private Json.Content form(RoomCard card) {
        RoomProfile profile = catalog.profiles(caller.person(), List.of(card)).get(0);
        return json -> RoomProfileForm.write(json, profile);
    }
}
