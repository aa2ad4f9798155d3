package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.follow.Follow;
import org.persistentchat.follow.FollowLevel;
import org.persistentchat.follow.FollowPage;
import org.persistentchat.follow.Follows;
import org.persistentchat.room.RoomId;
import org.persistentchat.web.json.Json;

/** What the caller follows. The last one who writes wins: a choice is one word, and a stale one does no harm. */
@Path("/people/me/follows")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class FollowCalls {
    @Inject
    Follows follows;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the rooms that the caller follows, and at which level.", answers = "Follows")
    public Response list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        FollowPage page = follows.page(caller.person(), after == null ? "" : after, QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (Follow follow : page.items()) {
                json.writeStartObject();
                write(json, follow);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (page.next() != null) {
                Json.text(json, "next", page.next());
            }
        });
    }

    @PUT
    @Path("/{room}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Chooses a level for a room.", takes = "FollowChoice", answers = "Follow")
    public Response choose(@PathParam("room") String room, InputStream content) {
        String label = Body.read(content).text("level");
        FollowLevel level = FollowLevel.ofLabel(label)
                .orElseThrow(() -> Body.invalid("level", "is \"all\", \"mentions\" or \"none\""));
        RoomId id = RoomId.parse(room)
                .orElseThrow(() -> new ChatException(ErrorCode.ROOM_NOT_FOUND, "There is no such room."));
        Follow chosen = follows.choose(caller.person(), id, level);
        return Answers.ok(json -> write(json, chosen));
    }

    @DELETE
    @Path("/{room}")
    @Contract(does = "Takes the choice for a room back.")
    public Response forget(@PathParam("room") String room) {
        RoomId.parse(room).ifPresent(id -> follows.forget(caller.person(), id));
        return Response.noContent().build();
    }

    private static void write(JsonGenerator json, Follow follow) throws IOException {
        json.writeStringField("room", follow.room().id().text());
        Json.text(json, "name", follow.room().name());
        json.writeStringField("level", follow.level().label());
        json.writeBooleanField("chosen", follow.chosen());
    }
}
