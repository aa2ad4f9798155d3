package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
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
        try {
            return Page.get(address.resolve(PAGE)).equals(new Page(200, mark));
        } catch (UncheckedIOException notServing) {
            return false;
        }
    }
}
