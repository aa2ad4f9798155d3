package org.persistentchat.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server's JVM is started: directly, so that its process id is the server's. The options are those of {@code bin/persistent-chat.jvm}, which
 * {@code bin/standalone.sh} reads too.
 */
public final class ServerCommand {

    /** The configuration of the embedded topology. */
    public static final String EMBEDDED = "standalone-persistent-chat.xml";

    /** The configuration of a pool for trying out: several servers on one H2 database server. */
    public static final String H2_SERVER = "standalone-persistent-chat-h2-server.xml";

    private ServerCommand() {}

    /** The command line of the embedded topology; {@code properties} are system properties of the server. */
    public static List<String> of(ServerLayout layout, ServerPorts ports, Map<String, String> properties) {
        return of(EMBEDDED, layout, ports, properties);
    }

    /** The command line with this configuration file. */
    public static List<String> of(
            String configuration, ServerLayout layout, ServerPorts ports, Map<String, String> properties) {
        List<String> command = new ArrayList<>(jvm(layout.home()));
        command.add("-Dorg.jboss.boot.log.file=" + layout.serverLog());
        command.add("-Dlogging.configuration="
                + layout.configuration().resolve("logging.properties").toUri());
        command.addAll(modules(layout.home(), "org.jboss.as.standalone"));
        command.add("-Djboss.home.dir=" + layout.home());
        command.add("-Djboss.server.base.dir=" + layout.base());
        command.add("-Djboss.server.data.dir=" + layout.data());
        command.add("-Djboss.server.log.dir=" + layout.log());
        command.add("-Djboss.socket.binding.port-offset=" + ports.offset());
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("--server-config=" + configuration);
        return command;
    }

    /** The command line of WildFly's management client for the assembled server in {@code home}. */
    public static List<String> managementClient(Path home) {
        // it lives for seconds: what is optimized never pays for itself
        List<String> command =
                new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "--add-modules=java.se"));
        command.add("-Dlogging.configuration="
                + home.resolve("bin/jboss-cli-logging.properties").toUri());
        command.addAll(modules(home, "org.jboss.as.cli"));
        return command;
    }

    private static List<String> jvm(Path home) {
        return List.of(java(), "@" + home.resolve("bin/persistent-chat.jvm"));
    }

    static List<String> modules(Path home, String module) {
        return List.of(
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                module);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
