package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.identity.PersonDirectory;
import org.persistentchat.retention.Days;
import org.persistentchat.retention.OfficerRequest;
import org.persistentchat.retention.Retention;
import org.persistentchat.retention.RetentionPreview;
import org.persistentchat.retention.RetentionReport;
import org.persistentchat.retention.RetentionScope;
import org.persistentchat.room.CategoryId;
import org.persistentchat.room.RoomId;
import org.persistentchat.room.RoomRights;
import org.persistentchat.web.json.RetentionForm;

/** For how long things are kept, for compliance officers. */
@Path("/compliance/retention")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class RetentionCalls {
    @Inject
    Retention retention;

    @Inject
    PersonDirectory people;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Shows the rules of retention, and what came of applying them. Compliance officers only.",
            answers = "Retention")
    public Response read() {
        RetentionReport report = retention.read(caller.person());
        return Answers.ok(json -> RetentionForm.write(json, report, people::byIds));
    }

    @POST
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does =
                    "Shows what a rule would remove now, or the present rules, if it names no days. Compliance officers only.",
            takes = "RetentionWish",
            answers = "RetentionPreview",
            status = 200)
    public Response preview(InputStream content) {
        Body body = Body.read(content);
        retention.check(caller.person());
        boolean named = body.has("contentDays") || body.has("archiveDays");
        RetentionPreview preview =
                retention.preview(caller.person(), scope(body), named ? Optional.of(days(body)) : Optional.empty());
        return Answers.ok(json -> RetentionForm.write(json, preview));
    }

    @POST
    @Path("/changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(
            does =
                    "Changes a rule. What keeps things longer counts at once, the rest when another compliance officer has confirmed it. Compliance officers only.",
            takes = "RetentionChange",
            answers = "RetentionChanged",
            status = 200)
    public Response change(InputStream content) {
        Body body = Body.read(content);
        retention.check(caller.person());
        Optional<OfficerRequest> asked =
                retention.change(caller.person(), scope(body), days(body), body.text("reason", HoldCalls.LONG));
        return Answers.ok(json -> {
            json.writeBooleanField("inForce", asked.isEmpty());
            if (asked.isPresent()) {
                json.writeObjectFieldStart("confirmation");
                RetentionForm.write(json, asked.get(), people::byIds);
                json.writeEndObject();
            }
        });
    }

    private static RetentionScope scope(Body body) {
        RetentionScope.Kind kind = Body.constant("scope", body.text("scope"), RetentionScope.Kind.class);
        return switch (kind) {
            case GLOBAL -> RetentionScope.GLOBAL;
            case CATEGORY ->
                RetentionScope.category(CategoryId.parse(body.text("category"))
                        .orElseThrow(
                                () -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."))
                        .value());
            case ROOM ->
                RetentionScope.room(RoomId.parse(body.text("room"))
                        .orElseThrow(RoomRights::notFound)
                        .value());
        };
    }

    private static Days days(Body body) {
        return new Days(days(body, "contentDays"), days(body, "archiveDays"));
    }

    private static @Nullable Integer days(Body body, String name) {
        if (!body.has(name) || body.isNull(name)) {
            return null;
        }
        long days = body.integer(name);
        if (days < 0 || days > Days.MOST) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    "\"" + name + "\" is from 1 to " + Days.MOST + ", or 0 for ever.",
                    Days.MOST);
        }
        return (int) days;
    }
}
