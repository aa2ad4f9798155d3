package org.persistentchat.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One server that runs. Ready means: WildFly is up, the application is deployed, and every readiness check of it says so. */
public final class ServerProcess {

    private final ServerLayout layout;
    private final ServerPorts ports;
    private final Process process;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * Takes charge of a server.
     *
     * @param process the JVM, started with {@link ServerCommand}
     */
    public ServerProcess(ServerLayout layout, ServerPorts ports, Process process) {
        this.layout = layout;
        this.ports = ports;
        this.process = process;
    }

    /** The operating system's process. */
    public Process process() {
        return process;
    }

    /**
     * Waits until the server is ready.
     *
     * @throws ServerFailure if it ends before, if the application does not deploy, or after {@code limit}
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        Waiting.until(this::hasBecomeReady, limit, "The server is not ready after " + limit.toSeconds() + " s.");
    }

    private boolean hasBecomeReady() throws InterruptedException {
        if (isReady()) {
            return true;
        }
        if (!process.isAlive()) {
            throw new ServerFailure("The server ended with exit code " + process.exitValue() + " before it was ready.");
        }
        if (layout.hasRefusedApplication()) {
            throw new ServerFailure("The application could not be deployed.");
        }
        return false;
    }

    /** Whether the server says at this moment that it is ready. */
    public boolean isReady() throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    /** Asks the server to stop and waits for its end; after {@code limit} it is killed. Returns whether it stopped by itself. */
    public boolean stop(Duration limit) throws InterruptedException {
        process.destroy();
        if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends the server as a power cut would: nothing is flushed, nothing is said. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
