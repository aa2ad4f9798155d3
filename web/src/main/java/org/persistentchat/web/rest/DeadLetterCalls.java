package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.recording.DeadLetterOffice;
import org.persistentchat.recording.RefusedRecords;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** Records that the archive could not take. */
@Path("/compliance/dead-letters")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterCalls {
    @Inject
    DeadLetterOffice office;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does =
                    "Lists records that the archive refused, oldest first. Compliance officers only; the look is recorded.",
            answers = "DeadLetters")
    public Response list(@QueryParam("limit") @Nullable String limit) {
        List<RefusedRecords> letters = office.list(caller.person(), QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (RefusedRecords letter : letters) {
                json.writeStartObject();
                json.writeStringField("id", letter.id());
                json.writeNumberField("server", letter.server());
                json.writeStringField("committedAt", Timestamps.text(letter.committedAt()));
                json.writeStringField("refusedAt", Timestamps.text(letter.refusedAt()));
                Json.text(json, "reason", letter.reason());
                json.writeNumberField("records", letter.records());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Path("/{letter}/replays")
    @Contract(
            does = "Gives refused records to the archive again. Compliance officers only; the act is recorded.",
            status = 204)
    public Response replay(@PathParam("letter") String letter) {
        office.replay(caller.person(), letter);
        return Response.noContent().build();
    }
}
