package org.persistentchat.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tools of a pool ask its servers by REST. */
final class PoolClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<URI> servers;
    private String token = "";

    /** @param servers addresses; a question that concerns no server in particular goes to the first that answers */
    PoolClient(List<URI> servers) {
        this.servers = servers;
    }

    /** Signs in as an administrator. */
    void signIn(String account, String password) throws InterruptedException {
        String body = "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}";
        HttpResponse<String> answer = ask("POST", "/api/v1/tokens", body);
        Matcher found = TOKEN.matcher(answer.body());
        if (answer.statusCode() != CREATED || !found.find()) {
            throw new ServerFailure("The sign-in of " + account + " was refused: " + answer.body());
        }
        token = found.group(1);
    }

    /** Whether this server takes clients. */
    boolean isReady(URI server) throws InterruptedException {
        try {
            return send(server, "GET", "/api/v1/ready", "").statusCode() == OK;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Whether this server runs, whatever its duty is. */
    boolean answers(URI server) throws InterruptedException {
        try {
            return send(server, "GET", "/api/v1/ready", "").body().contains("\"name\":\"duty\"");
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Makes a server active, draining or standby. */
    void give(String server, String duty) throws InterruptedException {
        HttpResponse<String> answer = ask("PATCH", path(server), "{\"duty\":\"" + duty + "\"}");
        if (answer.statusCode() != OK) {
            throw new ServerFailure(server + " did not become " + duty + ": " + answer.body());
        }
    }

    /** Whether a server has said that it has no connections. */
    boolean isEmpty(String server) throws InterruptedException {
        return ask("GET", path(server), "").body().contains("\"connections\":0,");
    }

    private static String path(String server) {
        return "/api/v1/servers/" + URLEncoder.encode(server, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> ask(String method, String path, String body) throws InterruptedException {
        IOException lost = new IOException("There are no servers");
        for (URI server : servers) {
            try {
                return send(server, method, path, body);
            } catch (IOException away) {
                lost = away;
            }
        }
        throw new ServerFailure("No server answers.", lost);
    }

    private HttpResponse<String> send(URI server, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() == 404 && answer.body().isEmpty()) {
            throw new IOException("The application is not deployed at " + server);
        }
        return answer;
    }
}
