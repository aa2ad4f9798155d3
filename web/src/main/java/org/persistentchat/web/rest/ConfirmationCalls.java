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
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.retention.Confirmations;
import org.persistentchat.retention.OfficerRequest;
import org.persistentchat.web.json.RetentionForm;

/** What needs a second compliance officer. */
@Path("/compliance/confirmations")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationCalls {
    @Inject
    Confirmations confirmations;

    @Inject
    PersonDirectory people;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does =
                    "Lists what is to be confirmed, the oldest first, or all, the newest first. Compliance officers only.",
            answers = "Confirmations")
    public Response list(@QueryParam("decided") @Nullable String decided, @QueryParam("limit") @Nullable String limit) {
        List<OfficerRequest> found =
                confirmations.list(caller.person(), QueryValues.flag("decided", decided), QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (OfficerRequest request : found) {
                json.writeStartObject();
                RetentionForm.write(json, request, people::byIds);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Path("/{confirmation}/confirm")
    @Contract(
            does = "Makes true what another compliance officer asked for. Compliance officers only.",
            answers = "Confirmation",
            status = 200)
    public Response confirm(@PathParam("confirmation") String confirmation) {
        return answer(confirmations.confirm(caller.person(), id(confirmation)));
    }

    @POST
    @Path("/{confirmation}/refuse")
    @Contract(
            does =
                    "Refuses what a compliance officer asked for; whoever asked may take it back so. Compliance officers only.",
            answers = "Confirmation",
            status = 200)
    public Response refuse(@PathParam("confirmation") String confirmation) {
        return answer(confirmations.refuse(caller.person(), id(confirmation)));
    }

    private Response answer(OfficerRequest decided) {
        return Answers.ok(json -> RetentionForm.write(json, decided, people::byIds));
    }

    /** 0 is no id: whoever may not confirm is told that first. */
    private static long id(String text) {
        return OpaqueId.decode(text).orElse(0);
    }
}
