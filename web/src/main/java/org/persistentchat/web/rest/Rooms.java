package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.NewRoom;
import org.persistentchat.room.Privacy;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomAdministration;
import org.persistentchat.room.RoomCard;
import org.persistentchat.room.RoomCatalog;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomPage;
import org.persistentchat.room.RoomType;
import org.persistentchat.web.json.RoomForm;

/** Rooms: finding and creating them. */
@Path("/rooms")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Rooms {
    @Inject
    RoomCatalog catalog;

    @Inject
    RoomAdministration administration;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Finds rooms by name.", answers = "Rooms")
    public Response find(
            @QueryParam("name") @Nullable String name,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        RoomPage page = catalog.find(caller.person(), orEmpty(name), orEmpty(after), QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (RoomCard card : page.items()) {
                json.writeStartObject();
                RoomForm.writeCard(json, card);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.next() != null) {
                json.writeStringField("next", page.next());
            }
        });
    }

    @GET
    @Path("/{id}")
    @Contract(does = "Shows a room.", answers = "Room")
    public Response one(@PathParam("id") String id) {
        RoomId room = RoomId.parse(id)
                .orElseThrow(() -> new ChatException(ErrorCode.ROOM_NOT_FOUND, "There is no such room."));
        RoomCard card = catalog.card(caller.person(), room);
        return Answers.ok(json -> RoomForm.writeCard(json, card));
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Creates a room; who creates it becomes its manager. Creators and administrators only.",
            takes = "NewRoom",
            answers = "Room")
    public Response create(InputStream content) {
        Body body = Body.read(content);
        CategoryId category = CategoryId.parse(body.text("category"))
                .orElseThrow(() -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."));
        NewRoom wanted = new NewRoom(
                body.text("name"),
                body.text("description", ""),
                category,
                body.constant("privacy", Privacy.CLOSED),
                body.constant("type", RoomType.NORMAL),
                body.texts("members", List.of()),
                body.texts("managers", List.of()),
                body.texts("presenters", List.of()));
        Room created = administration.createRoom(caller.person(), wanted);
        RoomCard card = catalog.cardOfNew(caller.person(), created);
        return Answers.created(json -> RoomForm.writeCard(json, card));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
