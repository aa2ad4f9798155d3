package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.persistentchat.pool.PoolServer;
import org.persistentchat.pool.PoolServers;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** The servers of the pool. */
@Path("/servers")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Servers {
    @Inject
    PoolServers servers;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the servers of the pool. Administrators only.", answers = "Servers")
    public Response list() {
        List<PoolServer> pool = servers.list(caller.person());
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (PoolServer server : pool) {
                json.writeStartObject();
                Json.text(json, "name", server.name());
                json.writeStringField("state", server.state().name().toLowerCase(Locale.ROOT));
                json.writeStringField("startedAt", Timestamps.text(server.startedAt()));
                json.writeStringField("heardAt", Timestamps.text(server.heardAt()));
                json.writeNumberField("connections", server.connections());
                json.writeNumberField("outboxBatches", server.outboxBatches());
                if (server.oldestOutboxAt().isPresent()) {
                    json.writeStringField(
                            "oldestOutboxAt",
                            Timestamps.text(server.oldestOutboxAt().get()));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
