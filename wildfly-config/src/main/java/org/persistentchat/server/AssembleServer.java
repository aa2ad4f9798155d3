package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the server of an unpacked WildFly: our files laid over it, both topologies configured, driver and application in place. Can be repeated; what is
 * current stays.
 */
public final class AssembleServer {

    /** The script of each configuration file. */
    private static final Map<String, String> TOPOLOGIES = Map.of(
            ServerCommand.EMBEDDED,
            "embedded.cli",
            "standalone-persistent-chat-sqlserver.xml",
            "sqlserver.cli",
            ServerCommand.H2_SERVER,
            "h2-server.cli");

    private AssembleServer() {}

    /**
     * Assembles.
     *
     * @param arguments folder of the unpacked WildFly, folder of this module, the application, the JDBC driver of SQL Server, the
     *     interface of compliance adapters, archive of this module
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path module = Path.of(arguments[1]).toAbsolutePath();
        Path work = Files.createDirectories(module.resolve("target/configuration"));

        copyTree(module.resolve("src/main/server"), home);
        copyTree(module.resolve("cli"), home.resolve("persistent-chat/cli"));
        DomainScripts.make(module.resolve("cli"), home);
        Files.copy(
                Path.of(arguments[5]),
                home.resolve("persistent-chat/persistent-chat-server.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                Path.of(arguments[3]),
                home.resolve("modules/com/microsoft/sqlserver/main/mssql-jdbc.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                Path.of(arguments[4]),
                home.resolve(
                        "modules/org/persistentchat/compliance/adapter/main/persistent-chat-compliance-adapter.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Path cli = module.resolve("cli");
        for (Map.Entry<String, String> topology : TOPOLOGIES.entrySet()) {
            List<Path> scripts = Stream.of(topology.getValue(), "common.cli", "standalone.cli")
                    .map(cli::resolve)
                    .toList();
            new ServerConfiguration(topology.getKey(), scripts).make(home, work);
        }
        Deployments.put(ServerLayout.of(home, home.resolve("standalone/data")), Path.of(arguments[2]));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
