package org.persistentchat.web.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.persistentchat.pool.Duty;
import org.persistentchat.pool.PoolAdministration;
import org.persistentchat.pool.PoolServer;
import org.persistentchat.pool.PoolServers;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.json.Timestamps;

/** The servers of the pool, and what they shall do. */
@Path("/servers")
@RequestScoped
@SignedIn
@Produces(MediaType.APPLICATION_JSON)
public class Servers {
    @Inject
    PoolServers servers;

    @Inject
    PoolAdministration administration;

    @Inject
    Caller caller;

    @GET
    @Contract(does = "Lists the servers of the pool. Administrators only.", answers = "Servers")
    public Response list() {
        return answer(servers.list(caller.person()));
    }

    @GET
    @Path("/{name}")
    @Contract(does = "Shows a server of the pool. Administrators only.", answers = "Server")
    public Response read(@PathParam("name") String name) {
        return answer(servers.find(caller.person(), name));
    }

    @PATCH
    @Path("/{name}")
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @Contract(
            does = "Makes a server active, draining or standby. Administrators only.",
            takes = "ServerChange",
            answers = "Server")
    public Response change(
            @PathParam("name") String name,
            @QueryParam("force") @Nullable String force,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            InputStream content) {
        long expected = EntityTag.version(ifMatch);
        Duty duty = Body.constant("duty", Body.read(content).text("duty"), Duty.class);
        return answer(administration.change(caller.person(), name, expected, duty, QueryValues.flag("force", force)));
    }

    @POST
    @Path("/swap")
    @Contract(
            does = "Makes active servers standby and standby servers active, all at once. Administrators only.",
            answers = "Servers",
            status = 200)
    public Response swap(@QueryParam("force") @Nullable String force) {
        return answer(administration.swap(caller.person(), QueryValues.flag("force", force)));
    }

    private static Response answer(PoolServer server) {
        Response one = Answers.ok(json -> write(json, server));
        return EntityTag.of(server.assignment().version()).on(one);
    }

    private static Response answer(List<PoolServer> pool) {
        return Answers.ok(json -> {
            json.writeArrayFieldStart("items");
            for (PoolServer server : pool) {
                json.writeStartObject();
                write(json, server);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, PoolServer server) throws IOException {
        PoolServer.Said said = server.said();
        Json.text(json, "name", server.name());
        json.writeStringField("state", server.state());
        json.writeStringField("duty", server.duty().label());
        if (!server.address().isEmpty()) {
            Json.text(json, "address", server.address());
        }
        json.writeStringField("startedAt", Timestamps.text(said.startedAt()));
        json.writeStringField("heardAt", Timestamps.text(said.heardAt()));
        json.writeNumberField("connections", said.connections());
        json.writeNumberField("outboxBatches", said.outboxBatches());
        if (said.oldestOutboxAt().isPresent()) {
            json.writeStringField(
                    "oldestOutboxAt", Timestamps.text(said.oldestOutboxAt().get()));
        }
    }
}
