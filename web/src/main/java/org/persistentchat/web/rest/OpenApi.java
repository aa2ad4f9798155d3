package org.persistentchat.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The description of this interface, for everyone. */
@Path("/openapi")
@RequestScoped
public class OpenApi {
    private static final String YAML = "application/yaml"; // RFC 9512

    @GET
    @Produces(YAML)
    @Contract(does = "Describes this interface: this document.", answers = "OpenApi")
    public Response read() throws IOException {
        try (InputStream document = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            return Response.ok(Objects.requireNonNull(document).readAllBytes(), YAML)
                    .build();
        }
    }
}
