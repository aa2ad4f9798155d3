package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.trail.AuditCursor;
import org.persistentchat.trail.AuditEntry;
import org.persistentchat.trail.AuditPage;
import org.persistentchat.trail.AuditQuery;
import org.persistentchat.trail.AuditTrail;
import org.persistentchat.web.json.AuditForm;

/** The log of administrative acts. */
@Path("/audit")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class AuditCalls {
    private static final int ACCOUNT_LENGTH = 255;
    private static final int ACTION_LENGTH = 64;
    private static final int SUBJECT_LENGTH = 400;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Reads the log of administrative acts, newest first.",
            answers = "AuditEntries",
            query = {"actor", "action", "subject", "from", "to"})
    public Response read(
            @Context UriInfo address,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        MultivaluedMap<String, String> wanted = address.getQueryParameters();
        AuditQuery query = new AuditQuery(
                QueryValues.text("actor", wanted.getFirst("actor"), ACCOUNT_LENGTH),
                QueryValues.text("action", wanted.getFirst("action"), ACTION_LENGTH),
                QueryValues.text("subject", wanted.getFirst("subject"), SUBJECT_LENGTH),
                QueryValues.time("from", wanted.getFirst("from")),
                QueryValues.time("to", wanted.getFirst("to")));
        AuditPage page = trail.read(caller.person(), query, cursor(after), QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (AuditEntry entry : page.entries()) {
                AuditForm.writeEntry(json, entry);
            }
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeStringField("next", page.next().get().text());
            }
        });
    }

    private static Optional<AuditCursor> cursor(@Nullable String after) {
        if (after == null) {
            return Optional.empty();
        }
        return Optional.of(
                AuditCursor.parse(after).orElseThrow(() -> Body.invalid("after", "is no \"next\" of an earlier page")));
    }
}
