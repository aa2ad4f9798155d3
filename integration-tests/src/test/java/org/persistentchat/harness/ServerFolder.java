package org.persistentchat.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.persistentchat.server.ServerLayout;

/** The folder of a server under test: configuration and application copied from the assembled server, everything else shared with it. */
final class ServerFolder {

    private static final Path HOME = folder("persistentchat.server.home", "../wildfly-config/target/server");
    private static final Path SERVERS = folder("persistentchat.test.servers", "target/servers");

    private ServerFolder() {}

    /** An empty server, with the application to be deployed. */
    static ServerLayout fresh(String name) throws IOException {
        if (!Files.exists(HOME.resolve("standalone/deployments").resolve(ServerLayout.APPLICATION))) {
            throw new IOException("There is no assembled server in " + HOME + "; `mvn package` makes it");
        }
        ServerLayout layout = ServerLayout.separate(HOME, SERVERS.resolve(name));
        delete(layout.base());
        copyFiles(HOME.resolve("standalone/configuration"), layout.configuration());
        Files.createDirectories(layout.deployments());
        Files.copy(
                HOME.resolve("standalone/deployments").resolve(ServerLayout.APPLICATION),
                layout.deployments().resolve(ServerLayout.APPLICATION));
        Files.createDirectories(layout.log());
        return layout;
    }

    /** An empty folder. */
    static Path empty(String name) throws IOException {
        Path folder = SERVERS.resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Puts the mark by which WildFly deploys the application, and removes what an earlier start, or its sudden end, left. */
    static void deployAtNextStart(ServerLayout layout) throws IOException {
        String mark = ServerLayout.APPLICATION + ".";
        try (Stream<Path> files = Files.list(layout.deployments())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith(mark)) {
                    Files.delete(file);
                }
            }
        }
        Files.createFile(layout.deployments().resolve(mark + "dodeploy"));
    }

    /** Puts another build in the place of the one that is deployed, whole, and the mark by which the running WildFly changes to it. */
    static void deployNow(ServerLayout layout, Path application) throws IOException {
        Path deployed = layout.deployments().resolve(ServerLayout.APPLICATION);
        Path copy = Files.copy(application, layout.base().resolve(ServerLayout.APPLICATION));
        Files.move(copy, deployed, StandardCopyOption.ATOMIC_MOVE);
        Files.createFile(layout.deployments().resolve(ServerLayout.APPLICATION + ".dodeploy"));
    }

    /** The assembled server. */
    static Path home() {
        return HOME;
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path folder(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }
}
