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
import org.persistentchat.hold.HoldCriteria;
import org.persistentchat.hold.LegalHold;
import org.persistentchat.id.OpaqueId;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.retention.LegalHolds;
import org.persistentchat.retention.OfficerRequest;
import org.persistentchat.web.json.RetentionForm;

/** Legal holds, for compliance officers. */
@Path("/compliance/holds")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class HoldCalls {
    static final int SHORT = 256;
    static final int LONG = 1_000;

    @Inject
    LegalHolds holds;

    @Inject
    HoldBody bodies;

    @Inject
    PersonDirectory people;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Lists the legal holds in force, or all there ever were. Compliance officers only.",
            answers = "Holds")
    public Response list(
            @QueryParam("released") @Nullable String released, @QueryParam("limit") @Nullable String limit) {
        List<LegalHold> found =
                holds.list(caller.person(), QueryValues.flag("released", released), QueryValues.limit(limit));
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (LegalHold hold : found) {
                json.writeStartObject();
                RetentionForm.write(json, hold, people::byIds);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Repeatable
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does = "Sets a legal hold, which is in force at once. Compliance officers only.",
            takes = "NewHold",
            answers = "Hold",
            status = 201)
    public Response set(InputStream content) {
        Body body = Body.read(content);
        holds.check(caller.person());
        LegalHold.Purpose purpose =
                new LegalHold.Purpose(body.text("name", SHORT), body.text("matter", SHORT), body.text("reason", LONG));
        HoldCriteria criteria = bodies.criteria(body);
        LegalHold hold = holds.set(caller.person(), purpose, criteria);
        return Answers.created(json -> RetentionForm.write(json, hold, people::byIds));
    }

    @GET
    @Path("/{hold}")
    @Contract(does = "Shows a legal hold. Compliance officers only.", answers = "Hold")
    public Response read(@PathParam("hold") String hold) {
        holds.check(caller.person());
        LegalHold found = holds.find(caller.person(), id(hold));
        return Answers.ok(json -> RetentionForm.write(json, found, people::byIds));
    }

    @POST
    @Path("/{hold}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does =
                    "Asks that a legal hold ends; another compliance officer has to confirm it. Compliance officers only.",
            takes = "Reason",
            answers = "Confirmation",
            status = 200)
    public Response release(@PathParam("hold") String hold, InputStream content) {
        Body body = Body.read(content);
        holds.check(caller.person());
        OfficerRequest asked = holds.askRelease(caller.person(), id(hold), body.text("reason", LONG));
        return Answers.ok(json -> RetentionForm.write(json, asked, people::byIds));
    }

    /** 0 is no id. */
    private static long id(String text) {
        return OpaqueId.decode(text).orElse(0);
    }
}
