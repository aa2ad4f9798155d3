package org.persistentchat.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.web.json.ErrorForm;
import org.persistentchat.web.json.Json;

/**
 * A refusal as an HTTP answer.
 *
 * @param status HTTP status; usually that of the code
 * @param servers addresses of servers where the same request may succeed
 */
public record Problem(ChatException error, int status, List<String> servers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The authentication that a 401 asks for. Not Basic: a browser would show its own dialog over the page. */
    public static final String CHALLENGE = "Bearer realm=\"persistentchat\"";

    private static final int UNAUTHORIZED = 401;

    public static Problem of(ChatException error) {
        return elsewhere(error, List.of());
    }

    /** A refusal by this server, which others would perhaps not make. */
    public static Problem elsewhere(ChatException error, List<String> servers) {
        return new Problem(error, error.code().httpStatus(), servers);
    }

    public static Problem of(ErrorCode code, String message, int status) {
        return new Problem(new ChatException(code, message), status, List.of());
    }

    /** The header {@code Retry-After}, in seconds, if it is known when to come again. */
    public OptionalLong retryAfterSeconds() {
        OptionalLong millis = error.waitMillis();
        return millis.isPresent() ? OptionalLong.of((millis.getAsLong() + 999) / 1_000) : OptionalLong.empty();
    }

    public boolean asksForAuthentication() {
        return status == UNAUTHORIZED;
    }

    /** The body, UTF-8. */
    public byte[] body() {
        return Json.object(json -> {
            json.writeStringField(
                    "type", "urn:persistentchat:error:" + error.code().name());
            json.writeStringField("title", title(error.code()));
            json.writeNumberField("status", status);
            ErrorForm.writeCode(json, error);
            Json.text(json, "detail", ErrorForm.messageOf(error));
            ErrorForm.writeLimit(json, error);
            if (!servers.isEmpty()) {
                json.writeArrayFieldStart("servers");
                for (String server : servers) {
                    json.writeString(server);
                }
                json.writeEndArray();
            }
        });
    }

    /** Makes this the answer of a servlet or filter. */
    public void writeTo(HttpServletResponse response) throws IOException {
        byte[] body = body();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        if (asksForAuthentication()) {
            response.setHeader("WWW-Authenticate", CHALLENGE);
        }
        if (retryAfterSeconds().isPresent()) {
            response.setHeader("Retry-After", Long.toString(retryAfterSeconds().getAsLong()));
        }
        response.getOutputStream().write(body);
    }

    private static String title(ErrorCode code) {
        String words = code.name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
