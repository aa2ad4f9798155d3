package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.event.CommittedEvent;
import org.persistentchat.session.RoomReading;
import org.persistentchat.web.json.EventForm;

/** The pinned messages of a room. */
@Path("/rooms/{id}/pins")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class RoomPins {
    private static final int DIGITS = 18;

    @Inject
    RoomReading reading;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the pinned messages of a room, the newest first.", answers = "Pins")
    public Response list(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = QueryValues.limit(limit);
        List<CommittedEvent> pins = reading.pins(caller.person(), RoomBody.id(id), place(after), most);
        boolean more = !pins.isEmpty()
                && reading.isPinnedBefore(
                        caller.person(),
                        RoomBody.id(id),
                        pins.get(pins.size() - 1).sequence());
        return Answers.ok(json -> {
            EventForm.writeItems(json, pins);
            if (more) {
                json.writeStringField(
                        "next", Long.toString(pins.get(pins.size() - 1).sequence()));
            }
        });
    }

    private static long place(@Nullable String after) {
        if (after == null) {
            return Long.MAX_VALUE;
        }
        if (after.isEmpty() || after.length() > DIGITS || !after.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Body.invalid("after", "must be the \"next\" of a page");
        }
        return Long.parseLong(after);
    }
}
