package org.persistentchat.web.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.idempotence.Answer;
import org.persistentchat.idempotence.IdempotentCreation;
import org.persistentchat.idempotence.RepeatableRequest;

/** Does a call marked {@link Repeatable} once for each {@code Idempotency-Key} of its caller. */
@Repeatable
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class RepeatableInterceptor {
    static final String KEY = "Idempotency-Key";

    /** Says that an answer is that of an earlier request. */
    static final String REPEATED = "Idempotent-Replayed";

    private static final int KEY_CHARACTERS = 255;

    @Inject
    IdempotentCreation creations;

    @Inject
    Caller caller;

    @Inject
    HttpServletRequest request;

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = request.getHeader(KEY);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > KEY_CHARACTERS) {
            throw ChatException.overLimit(
                    ErrorCode.INVALID_FIELD,
                    KEY + " has 1 to " + KEY_CHARACTERS + " characters, for instance a UUID.",
                    KEY_CHARACTERS);
        }
        byte[] body = takeBody(call);
        String operation = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString();
        RepeatableRequest wanted = RepeatableRequest.of(caller.person().id().value(), key, operation, body);
        boolean[] fresh = {false};
        Answer answer = creations.once(wanted, () -> {
            fresh[0] = true;
            return answer((Response) call.proceed());
        });
        return response(answer, !fresh[0]);
    }

    /** Reads the body; the method gets it again. */
    private static byte[] takeBody(InvocationContext call) {
        @Nullable Object[] parameters = call.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof InputStream content) {
                byte[] body = Body.bytes(content);
                parameters[i] = new ByteArrayInputStream(body);
                call.setParameters(parameters);
                return body;
            }
        }
        return new byte[0];
    }

    private static Answer answer(Response response) {
        StringBuilder headers = new StringBuilder();
        for (String name : new String[] {HttpHeaders.ETAG, HttpHeaders.LOCATION}) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.append(name).append(": ").append(value).append('\n');
            }
        }
        return new Answer(
                response.getStatus(),
                headers.toString(),
                new String((byte[]) response.getEntity(), StandardCharsets.UTF_8));
    }

    private static Response response(Answer answer, boolean repeated) {
        Response.ResponseBuilder response =
                Answers.stored(answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
        for (String line : answer.headers().split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                response.header(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        if (repeated) {
            response.header(REPEATED, "true");
        }
        return response.build();
    }
}
