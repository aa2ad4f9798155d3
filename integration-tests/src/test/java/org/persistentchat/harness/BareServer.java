package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.persistentchat.server.ServerCommand;
import org.persistentchat.server.ServerLayout;
import org.persistentchat.server.ServerPorts;

/** The assembled server without its application, for Arquillian to start and to deploy to. */
public final class BareServer {

    private final ServerLayout layout;
    private final ServerPorts ports;

    private BareServer(ServerLayout layout, ServerPorts ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /** A server without data; {@code name} is the folder under {@code target/servers}. */
    public static BareServer named(String name) {
        try {
            ServerLayout layout = ServerFolder.fresh(name);
            Files.delete(layout.deployments().resolve(ServerLayout.APPLICATION));
            return new BareServer(layout, FreePorts.next());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The application as it was built. */
    public static Path application() {
        return ServerFolder.home().resolve("standalone/deployments").resolve(ServerLayout.APPLICATION);
    }

    /** Settings of Arquillian's managed WildFly container. */
    public Map<String, String> containerSettings() {
        return Map.of(
                "jbossHome",
                layout.home().toString(),
                "managementPort",
                Integer.toString(ports.management()),
                "javaVmArguments",
                "@" + layout.home().resolve("bin/persistent-chat.jvm"),
                "jbossArguments",
                String.join(
                        " ",
                        "-Djboss.server.base.dir=" + layout.base(),
                        "-Djboss.socket.binding.port-offset=" + ports.offset()),
                "serverConfig",
                ServerCommand.EMBEDDED);
    }

    /** Where clients go. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + ports.http() + "/");
    }

    /** The server's log. */
    public List<String> log() {
        try {
            return Files.readAllLines(layout.serverLog());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
