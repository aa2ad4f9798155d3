package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.recording.Recording;
import org.persistentchat.recording.Scope;
import org.persistentchat.room.CategoryId;

/** What is recorded for compliance. */
@Path("/compliance/scope")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class ComplianceScope {
    @Inject
    Recording recording;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Shows what is recorded. Compliance officers only; the look is recorded.",
            answers = "ComplianceScope")
    public Response read() {
        return answer(recording.read(caller.person()).scope());
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(
            does = "Switches recording on or off. Compliance officers only; the switch is recorded.",
            takes = "ComplianceSwitch",
            answers = "ComplianceScope")
    public Response everything(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, InputStream content) {
        int expected = (int) EntityTag.version(ifMatch);
        return answer(recording.everything(caller.person(), expected, recorded(content)));
    }

    @PATCH
    @Path("/categories/{category}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(
            does =
                    "Switches the recording of one category on or off. Compliance officers only; the switch is recorded.",
            takes = "ComplianceSwitch",
            answers = "ComplianceScope")
    public Response category(
            @PathParam("category") String category,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        int expected = (int) EntityTag.version(ifMatch);
        CategoryId id = CategoryId.parse(category)
                .orElseThrow(() -> new ChatException(ErrorCode.CATEGORY_NOT_FOUND, "There is no such category."));
        return answer(recording.category(caller.person(), expected, id, recorded(content)));
    }

    private static boolean recorded(InputStream content) {
        Body body = Body.read(content);
        if (!body.has("recorded")) {
            throw Body.invalid("recorded", "is missing");
        }
        return body.flag("recorded", true);
    }

    private static Response answer(Scope scope) {
        Response shown = Answers.ok(json -> {
            json.writeBooleanField("recorded", scope.everything());
            json.writeArrayFieldStart("excluded");
            for (CategoryId category : scope.excluded()) {
                json.writeString(category.text());
            }
            json.writeEndArray();
        });
        return EntityTag.of(scope.version()).on(shown);
    }
}
