package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import org.persistentchat.moderation.MessageRemovals;
import org.persistentchat.room.Room;
import org.persistentchat.room.RoomDirectory;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;

/** Purges of rooms up to a date. For administrators. */
@Path("/rooms/{id}/purge")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class RoomPurges {
    @Inject
    MessageRemovals removals;

    @Inject
    RoomDirectory rooms;

    @Inject
    Caller caller;

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Purges a room of what was said before a time, or counts it. Administrators only.",
            takes = "NewPurge",
            answers = "MessageRemoval",
            status = 200)
    public Response purge(@PathParam("id") String id, InputStream content) {
        removals.checkAllowed(caller.person());
        Body body = Body.read(content);
        Instant before = QueryValues.time("before", body.text("before")).orElseThrow();
        Room room = RoomId.parse(id).flatMap(rooms::find).orElseThrow(RoomRights::notFound);
        if (body.flag("dryRun", false)) {
            long count = removals.count(caller.person(), room, before);
            return Answers.ok(json -> {
                json.writeStringField("state", "trial");
                json.writeNumberField("scanned", count);
                json.writeNumberField("matched", count);
            });
        }
        return MessageRemovalCalls.begun(removals.purge(caller.person(), room, before));
    }
}
