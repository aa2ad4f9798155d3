package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.persistentchat.web.json.Json;

/** Whether the application can serve, for load balancers. WildFly's own page does not see the checks of the modules inside of an application archive. */
@Path("/ready")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class Ready {
    private static final int UNAVAILABLE = 503;

    @Inject
    @Readiness
    Instance<HealthCheck> checks;

    @GET
    @Contract(does = "Says whether this server can serve, check by check.", answers = "Readiness", also = UNAVAILABLE)
    public Response read() {
        List<HealthCheckResponse> answers =
                checks.stream().map(HealthCheck::call).toList();
        boolean ready = answers.stream().allMatch(Ready::isUp);
        return Answers.stored(ready ? Response.Status.OK.getStatusCode() : UNAVAILABLE, Json.object(json -> {
                    json.writeStringField("status", ready ? "up" : "down");
                    json.writeArrayFieldStart("checks");
                    for (HealthCheckResponse answer : answers) {
                        json.writeStartObject();
                        json.writeStringField("name", answer.getName());
                        json.writeStringField(
                                "status", answer.getStatus().name().toLowerCase(Locale.ROOT));
                        json.writeObjectFieldStart("data");
                        for (Map.Entry<String, Object> datum :
                                answer.getData().orElse(Map.of()).entrySet()) {
                            Json.text(json, datum.getKey(), String.valueOf(datum.getValue()));
                        }
                        json.writeEndObject();
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }))
                .build();
    }

    private static boolean isUp(HealthCheckResponse answer) {
        return answer.getStatus() == HealthCheckResponse.Status.UP;
    }
}
