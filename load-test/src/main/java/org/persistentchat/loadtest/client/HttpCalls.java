package org.persistentchat.loadtest.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON calls over HTTP to the first server that answers. */
final class HttpCalls {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CALL_TIMEOUT = Duration.ofMinutes(2);
    private static final int FIRST_FAILURE = 400;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_SERVER_ERROR = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final List<ChatServer> servers;
    private final Duration patience;

    HttpCalls(List<ChatServer> servers, Duration patience) {
        this.servers = List.copyOf(servers);
        this.patience = patience;
    }

    /** Tries until an answer comes that will not change, or patience ends. */
    JsonNode repeatable(String method, String path, @Nullable String token, @Nullable JsonNode body) {
        return repeated(request(method, path, token, body));
    }

    /** A creation that may be repeated because the server knows it by its key. */
    JsonNode creation(String path, String token, String key, JsonNode body) {
        Request request = request("POST", path, token, body);
        request.builder().header("Idempotency-Key", key);
        return repeated(request);
    }

    private JsonNode repeated(Request request) {
        long start = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            boolean last = System.nanoTime() - start >= patience.toNanos();
            try {
                return call(servers.get(attempt % servers.size()), request);
            } catch (UncheckedIOException unreachable) {
                if (last) {
                    throw unreachable;
                }
            } catch (ChatErrorException refused) {
                if (last || !refused.error().retry()) {
                    throw refused;
                }
            }
            pause(Backoff.DEFAULT.pauseMillis(attempt));
        }
    }

    /** Tries exactly once, at the first server. */
    JsonNode once(String method, String path, @Nullable String token, @Nullable JsonNode body) {
        return call(servers.get(0), request(method, path, token, body));
    }

    /** A request without its server. */
    private record Request(String path, HttpRequest.Builder builder) {}

    private static Request request(String method, String path, @Nullable String token, @Nullable JsonNode body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder().timeout(CALL_TIMEOUT);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            builder.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        return new Request(path, builder);
    }

    private JsonNode call(ChatServer server, Request request) {
        try {
            HttpResponse<String> response = http.send(
                    request.builder().uri(server.rest(request.path())).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_FAILURE) {
                throw new ChatErrorException(error(response, request.path()));
            }
            return response.body().isEmpty() ? Json.object() : Json.parse(response.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(server.base() + request.path() + ": " + unreachable, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in a call to " + server.base(), interrupted);
        }
    }

    private static ChatError error(HttpResponse<String> response, String path) {
        int status = response.statusCode();
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.contains("json")) {
            return ChatError.read(Json.parse(response.body()));
        }
        // No answer of the chat itself: a server that is starting has no such page yet.
        boolean starting = status == NOT_FOUND || status >= FIRST_SERVER_ERROR;
        return new ChatError("HTTP_" + status, 0, starting, path + " answered " + status);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a server", interrupted);
        }
    }
}
