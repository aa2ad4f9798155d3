package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.persistentchat.export.AdapterRuns;
import org.persistentchat.export.AdapterStatus;
import org.persistentchat.export.ComplianceAdapters;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** The adapters that turn the archive into files. */
@Path("/compliance/adapters")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class ComplianceAdapterCalls {
    @Inject
    ComplianceAdapters adapters;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does = "Lists the compliance adapters with their progress. Compliance officers only.",
            answers = "ComplianceAdapters")
    public Response list() {
        List<AdapterStatus> all = adapters.list(caller.person());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (AdapterStatus adapter : all) {
                json.writeStartObject();
                write(json, adapter);
                write(json, adapter.runs());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @POST
    @Path("/{name}/runs")
    @Contract(does = "Has a compliance adapter run now. Compliance officers only.", status = 202)
    public Response run(@PathParam("name") String name) {
        adapters.run(caller.person(), name);
        return Response.accepted().build();
    }

    private static void write(JsonGenerator json, AdapterStatus adapter) throws IOException {
        Json.text(json, "name", adapter.name());
        Json.text(json, "type", adapter.type());
        json.writeNumberField("intervalMinutes", adapter.intervalMinutes());
        Json.text(json, "directory", adapter.directory());
        text(json, "problem", adapter.problem());
        json.writeNumberField("exported", adapter.exported());
        json.writeNumberField("archived", adapter.archived());
    }

    private static void write(JsonGenerator json, AdapterRuns runs) throws IOException {
        text(json, "server", runs.server());
        json.writeBooleanField("requested", runs.requested());
        time(json, "startedAt", runs.startedAt());
        time(json, "endedAt", runs.endedAt());
        json.writeNumberField("slices", runs.slices());
        time(json, "failedAt", runs.failedAt());
        text(json, "failure", runs.failure());
    }

    private static void text(JsonGenerator json, String member, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            Json.text(json, member, value.get());
        }
    }

    private static void time(JsonGenerator json, String member, Optional<Instant> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(member, Timestamps.text(value.get()));
        }
    }
}
