package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The CLI scripts in their form for domains: what a standalone server has at the root, a domain has in a profile and a group of socket bindings. */
final class DomainScripts {

    /** The profile of all servers of a pool. */
    static final String PROFILE = "persistent-chat";

    private static final String FOLDER = "persistent-chat/cli/domain";
    private static final String SOCKETS = "full-ha-sockets";

    /** The embedded topology is one server alone, servers of a domain have no management interface, and a load balancer is none of the chat. */
    private static final Set<String> NOT_OF_DOMAINS = Set.of("embedded.cli", "standalone.cli", "front.cli");

    private DomainScripts() {}

    /** Puts them into the assembled server, with the options of the servers' JVMs. */
    static void make(Path cli, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve(FOLDER));
        try (Stream<Path> scripts = Files.list(cli)) {
            for (Path script : scripts.filter(DomainScripts::isOfServers).toList()) {
                List<String> lines = Files.readAllLines(script).stream()
                        .map(DomainScripts::forDomain)
                        .toList();
                Files.write(folder.resolve(script.getFileName()), lines);
            }
        }
        try (Stream<Path> scripts = Files.list(cli.resolve("domain"))) {
            for (Path script : scripts.toList()) {
                Files.copy(script, folder.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // in a domain the heap is an attribute of the server group or of the server
        List<String> options = new ArrayList<>(Files.readAllLines(home.resolve("bin/persistent-chat.jvm")));
        options.removeIf(option -> option.startsWith("-Xm"));
        Files.write(home.resolve("bin/persistent-chat-domain.jvm"), options);
    }

    /** The whole configuration of a domain controller with this topology, in the order in which it is run. */
    static List<String> controller(Path home, String topology) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String script : List.of("begin.cli", topology, "common.cli", "end.cli")) {
            lines.addAll(Files.readAllLines(home.resolve(FOLDER).resolve(script)));
        }
        return lines;
    }

    private static boolean isOfServers(Path script) {
        return Files.isRegularFile(script)
                && !NOT_OF_DOMAINS.contains(script.getFileName().toString());
    }

    /** A line of a script for a standalone server, as it is for a domain. */
    static String forDomain(String line) {
        if (line.startsWith("#")) {
            return line;
        }
        return line.replace(" /subsystem=", " /profile=" + PROFILE + "/subsystem=")
                .replace("/socket-binding-group=standard-sockets", "/socket-binding-group=" + SOCKETS)
                .replaceFirst("^/subsystem=", "/profile=" + PROFILE + "/subsystem=");
    }
}
