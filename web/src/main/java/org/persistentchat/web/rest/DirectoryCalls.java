package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.persistentchat.directory.DirectoryRuns;
import org.persistentchat.directory.RunCounts;
import org.persistentchat.directory.RunStatus;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** The outer directory that people and groups come from. */
@Path("/directory")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryCalls {
    @EJB
    DirectoryRuns runs;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Shows how the outer directory was read last. Administrators only.", answers = "DirectoryStatus")
    public Response status() {
        RunStatus status = runs.status(caller.person());
        boolean configured = runs.isConfigured();
        return Answers.ok(json -> {
            json.writeBooleanField("configured", configured);
            json.writeStringField("outcome", status.outcome());
            json.writeBooleanField("running", status.running());
            json.writeBooleanField("whole", status.whole());
            write(json, "startedAt", status.startedAt());
            write(json, "endedAt", status.endedAt());
            write(json, "wholeAt", status.wholeAt());
            if (status.failure().isPresent()) {
                Json.text(json, "failure", status.failure().get());
            }
            write(json, status.counts());
        });
    }

    @POST
    @Path("/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Contract(does = "Has the outer directory read now. Administrators only.", takes = "NewDirectoryRun", status = 202)
    public Response run(InputStream content) {
        Body body = Body.read(content);
        runs.request(caller.person(), body.flag("whole", false), body.flag("force", false));
        return Response.accepted().build();
    }

    private static void write(JsonGenerator json, String member, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(member, Timestamps.text(time.get()));
        }
    }

    private static void write(JsonGenerator json, RunCounts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("read", counts.read());
        json.writeNumberField("created", counts.created());
        json.writeNumberField("changed", counts.changed());
        json.writeNumberField("removed", counts.removed());
        json.writeNumberField("memberships", counts.memberships());
        json.writeNumberField("skipped", counts.skipped());
        json.writeNumberField("kept", counts.kept());
        json.writeEndObject();
    }
}
