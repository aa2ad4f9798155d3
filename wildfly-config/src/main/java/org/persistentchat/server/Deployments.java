package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The application in a server's {@code deployments} folder, with WildFly's marker files. */
final class Deployments {

    private static final List<String> OUTCOMES =
            List.of(".deployed", ".failed", ".undeployed", ".isdeploying", ".isundeploying", ".pending", ".skipdeploy");

    private Deployments() {}

    /** Puts the application there, to be deployed at the next start. */
    static void put(ServerLayout layout, Path application) throws IOException {
        Files.createDirectories(layout.deployments());
        Files.copy(
                application,
                layout.deployments().resolve(ServerLayout.APPLICATION),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        renew(layout);
    }

    /** Forgets how an earlier start went: a server that was killed leaves markers that would keep the application from being deployed. */
    static void renew(ServerLayout layout) throws IOException {
        for (String outcome : OUTCOMES) {
            Files.deleteIfExists(layout.deployments().resolve(ServerLayout.APPLICATION + outcome));
        }
        Path wanted = layout.deployments().resolve(ServerLayout.APPLICATION + ".dodeploy");
        if (!Files.exists(wanted)) {
            Files.createFile(wanted);
        }
    }
}
