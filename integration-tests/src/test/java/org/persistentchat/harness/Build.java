package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Another build of the application: a file with other bytes, that serves a page by which one sees that it is this build that runs.
 *
 * @param mark what the page says
 * @param application the EAR
 */
public record Build(String mark, Path application) {

    private static final String WEB = "/persistent-chat-web.war";
    private static final String PAGE = "build.txt";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The application as it was built, marked. */
    public static Build marked(String mark) {
        EnterpriseArchive application = ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, BareServer.application().toFile());
        application.getAsType(WebArchive.class, WEB).addAsWebResource(new StringAsset(mark), PAGE);
        try {
            Path file = ServerFolder.empty("build-" + mark).resolve("persistent-chat-" + mark + ".ear");
            application.as(ZipExporter.class).exportTo(file.toFile());
            return new Build(mark, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the server at an address answers, and runs this build. */
    public boolean runsAt(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(PAGE)).timeout(LIMIT).build();
        try {
            HttpResponse<String> page = HTTP.send(request, BodyHandlers.ofString());
            return page.statusCode() == 200 && page.body().equals(mark);
        } catch (IOException notServing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
