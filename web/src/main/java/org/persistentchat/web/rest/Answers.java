package org.persistentchat.web.rest;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.persistentchat.web.json.Json;
import org.persistentchat.web.problem.Problem;

/** HTTP answers with JSON in them. None is kept by caches: each belongs to the person who asked. */
final class Answers {
    /** JSON merge patch (RFC 7396). */
    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String TYPE = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private Answers() {}

    /** 200 with one object. */
    static Response ok(Json.Content members) {
        return json(Response.Status.OK, members);
    }

    /** 201 with one object. */
    static Response created(Json.Content members) {
        return json(Response.Status.CREATED, members);
    }

    /** An answer that was made before. */
    static Response.ResponseBuilder stored(int status, byte[] body) {
        return Response.status(status).entity(body).type(TYPE).cacheControl(noStore());
    }

    /** The status of the problem, and its body. */
    static Response problem(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .entity(problem.body())
                .type(Problem.MEDIA_TYPE)
                .cacheControl(noStore());
        if (problem.asksForAuthentication()) {
            answer.header("WWW-Authenticate", Problem.CHALLENGE);
        }
        if (problem.retryAfterSeconds().isPresent()) {
            answer.header("Retry-After", problem.retryAfterSeconds().getAsLong());
        }
        return answer.build();
    }

    private static Response json(Response.Status status, Json.Content members) {
        return stored(status.getStatusCode(), Json.object(members)).build();
    }

    private static CacheControl noStore() {
        CacheControl control = new CacheControl();
        control.setNoStore(true);
        control.setNoTransform(false);
        return control;
    }
}
