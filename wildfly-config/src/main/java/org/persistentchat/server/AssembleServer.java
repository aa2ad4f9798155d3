package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the server of an unpacked WildFly: our files laid over it, both topologies configured, driver and application in place. Can be repeated; what is
 * current stays.
 */
public final class AssembleServer {

    private AssembleServer() {}

    /**
     * Assembles.
     *
     * @param arguments folder of the unpacked WildFly, folder of this module, the application, the JDBC driver of SQL Server, the
     *     interface of compliance adapters
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path module = Path.of(arguments[1]).toAbsolutePath();
        Path work = Files.createDirectories(module.resolve("target/configuration"));

        copyTree(module.resolve("src/main/server"), home);
        copyTree(module.resolve("cli"), home.resolve("persistent-chat/cli"));
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
        Path common = cli.resolve("common.cli");
        new ServerConfiguration(ServerCommand.EMBEDDED, List.of(cli.resolve("embedded.cli"), common)).make(home, work);
        new ServerConfiguration(
                        "standalone-persistent-chat-sqlserver.xml", List.of(cli.resolve("sqlserver.cli"), common))
                .make(home, work);
        new ServerConfiguration(ServerCommand.H2_SERVER, List.of(cli.resolve("h2-server.cli"), common))
                .make(home, work);
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
