package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.persistentchat.archive.api.ArchiveState;
import org.persistentchat.archive.api.ArchiveWatch;
import org.persistentchat.recording.Recording;
import org.persistentchat.recording.RecordingReport;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** How compliance is: what is recorded, how far it has come, and whether anything is missing. */
@Path("/compliance/status")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class ComplianceStatus {
    @Inject
    Recording recording;

    @Inject
    ArchiveWatch archive;

    @Inject
    Caller caller;

    @GET
    @Contract(
            does =
                    "Shows what is recorded, how far the archive is, and what is missing of it. Compliance officers only; the look is recorded.",
            answers = "ComplianceStatus")
    public Response read() {
        RecordingReport report = recording.read(caller.person());
        ArchiveState state = archive.state();
        boolean complete = state.complete() && report.deadLetters() == 0;
        return Answers.ok(json -> {
            json.writeBooleanField("complete", complete);
            writeRecording(json, report);
            writeArchive(json, state);
        });
    }

    private static void writeRecording(JsonGenerator json, RecordingReport report) throws IOException {
        json.writeObjectFieldStart("recording");
        json.writeBooleanField("installed", report.installed());
        json.writeBooleanField("everything", report.scope().everything());
        json.writeNumberField("excludedCategories", report.scope().excluded().size());
        json.writeEndObject();
        json.writeObjectFieldStart("outbox");
        json.writeNumberField("batches", report.batches());
        json.writeNumberField("oldestSeconds", (long) report.oldestSeconds());
        json.writeStringField("broker", report.brokerAway() ? "away" : "reached");
        json.writeBooleanField("full", report.full());
        json.writeEndObject();
        json.writeNumberField("deadLetters", report.deadLetters());
    }

    private static void writeArchive(JsonGenerator json, ArchiveState state) throws IOException {
        json.writeObjectFieldStart("archive");
        json.writeBooleanField("reachable", state.reachable());
        json.writeNumberField("records", state.seal().records());
        json.writeNumberField("chunks", state.seal().chunks());
        json.writeNumberField("unsealed", state.seal().waiting());
        write(json, "sealedAt", state.seal().sealedAt());
        write(json, "comparedUpTo", state.comparison().upTo());
        json.writeNumberField("rooms", state.comparison().rooms());
        json.writeNumberField("missing", state.comparison().missing());
        json.writeNumberField("surplus", state.comparison().surplus());
        json.writeArrayFieldStart("gaps");
        for (ArchiveState.Gap gap : state.comparison().gaps()) {
            json.writeStartObject();
            Json.text(json, "room", gap.roomId());
            json.writeNumberField("missing", gap.missing());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String member, Optional<Instant> time) throws IOException {
        if (time.isPresent()) {
            json.writeStringField(member, Timestamps.text(time.get()));
        }
    }
}
