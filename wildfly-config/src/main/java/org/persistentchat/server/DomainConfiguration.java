package org.persistentchat.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The configuration of a pool for trying out, made offline by the same scripts that make that of a pool in use. */
final class DomainConfiguration {

    static final String BLUE = "persistent-chat-blue";
    static final String GREEN = "persistent-chat-green";

    private DomainConfiguration() {}

    /** Makes it anew in the layout's folder, with the assembled application deployed. What the pool stores is elsewhere. */
    static void make(DomainLayout layout) throws IOException, InterruptedException {
        Path configuration = Files.createDirectories(layout.base().resolve("configuration"));
        Files.createDirectories(layout.work());
        try (Stream<Path> files = Files.list(layout.home().resolve("domain/configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String> commands = new ArrayList<>();
        commands.add("embed-host-controller --std-out=discard --domain-config=domain.xml --host-config=host.xml");
        commands.addAll(DomainScripts.controller(layout.home(), "h2-server.cli"));
        commands.addAll(servers(layout));
        commands.add(deploy(layout.home().resolve("standalone/deployments").resolve(ServerLayout.APPLICATION), BLUE));
        commands.add("stop-embedded-host-controller");
        new ManagementScript("configuration", commands)
                .run(layout.home(), layout.work(), List.of("-Djboss.domain.base.dir=" + layout.base()), List.of());
    }

    /** The command that gives an application to the servers of a group. */
    static String deploy(Path application, String group) {
        return "deploy " + application + " --name=" + group + ".ear --runtime-name=" + ServerLayout.APPLICATION
                + " --server-groups=" + group;
    }

    private static List<String> servers(DomainLayout layout) {
        List<String> commands = new ArrayList<>();
        commands.add(property("persistentchat.h2.server", layout.database().address()));
        commands.add(property(
                "persistentchat.cluster.members",
                IntStream.rangeClosed(1, layout.servers())
                        .mapToObj(number -> "127.0.0.1[" + layout.ports(number).cluster() + "]")
                        .collect(Collectors.joining(","))));
        for (int number = 1; number <= layout.servers(); number++) {
            String server = "/host=primary/server-config=" + DomainLayout.server(number);
            commands.add(server + ":add(group=" + BLUE + ",auto-start=true,socket-binding-port-offset="
                    + layout.offsetOf(number) + ")");
            // several servers start on one machine at once: most of what that costs is compiling
            commands.add(server + "/jvm=default:add(heap-size=128m,max-heap-size=512m,"
                    + "jvm-options=[\"-XX:TieredStopAtLevel=1\"])");
            commands.add(server + "/system-property=jboss.tx.node.id:add(boot-time=true,value="
                    + DomainLayout.server(number) + ")");
            commands.add(server + "/system-property=persistentchat.server.address:add(boot-time=true,"
                    + "value=\"http://127.0.0.1:" + layout.ports(number).http() + "/\")");
        }
        return commands;
    }

    private static String property(String name, String value) {
        return "/system-property=" + name + ":add(value=\"" + value + "\")";
    }
}
