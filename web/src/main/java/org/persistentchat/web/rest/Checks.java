package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.persistentchat.check.CheckReport;
import org.persistentchat.check.ConversationCheck;
import org.persistentchat.database.ServerIdentity;
import org.persistentchat.web.json.Json;

/** Synthetic checks of the server that answers. */
@Path("/checks")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Checks {
    @Inject
    ConversationCheck conversation;

    @Inject
    ServerIdentity server;

    @Inject
    Caller caller;

    @POST
    @Path("/conversation")
    @Contract(
            does = "Has two synthetic people converse, and times it. Administrators only.",
            answers = "CheckReport",
            status = 200)
    public Response converse() {
        CheckReport report = conversation.run(caller.person());
        return Answers.ok(json -> {
            Json.text(json, "server", server.name());
            json.writeNumberField("millis", report.millis());
            json.writeArrayFieldStart("steps");
            for (CheckReport.Step step : report.steps()) {
                json.writeStartObject();
                json.writeStringField("step", step.name());
                json.writeNumberField("millis", step.millis());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
