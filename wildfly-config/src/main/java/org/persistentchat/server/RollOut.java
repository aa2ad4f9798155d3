package org.persistentchat.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts another build of the application on the servers of a pool, one after the other, while people chat: the build is deployed to the server group that no
 * server is in; then each server is drained, stopped, moved to that group, started and made active. The other group keeps the build from before.
 */
final class RollOut {

    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(2);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final String HOST = "primary";

    private final DomainLayout layout;
    private final PoolClient pool;

    RollOut(DomainLayout layout) {
        this.layout = layout;
        pool = new PoolClient(IntStream.rangeClosed(1, layout.servers())
                .mapToObj(this::address)
                .toList());
    }

    /** Rolls {@code application} out; returns when every server runs it. */
    @SuppressWarnings("SystemOut") // it talks to the person at the console
    void run(Path application) throws IOException, InterruptedException {
        pool.signIn("admin", "admin-demo");
        String next = isEmpty(DomainConfiguration.GREEN) ? DomainConfiguration.GREEN : DomainConfiguration.BLUE;
        manage(
                "roll-out-deploy",
                "if (outcome == success) of /server-group=" + next + "/deployment=" + next + ".ear:read-resource",
                "    undeploy " + next + ".ear --server-groups=" + next,
                "end-if",
                DomainConfiguration.deploy(application, next));
        for (int number = 1; number <= layout.servers(); number++) {
            move(number, next);
            System.out.println(DomainLayout.server(number) + " runs " + application.getFileName() + " in " + next);
        }
    }

    private void move(int number, String group) throws IOException, InterruptedException {
        String server = HOST + ":" + DomainLayout.server(number);
        String config = "/host=" + HOST + "/server-config=" + DomainLayout.server(number);
        pool.give(server, "draining");
        // who does not go in time is told by the stop
        boolean unused = Waiting.within(DRAIN_LIMIT, () -> pool.isEmpty(server));
        manage(
                "roll-out-" + number,
                config + ":stop(blocking=true,suspend-timeout=10)",
                config + ":write-attribute(name=group,value=" + group + ")",
                config + ":start(blocking=true)");
        Waiting.until(
                () -> pool.answers(address(number)),
                START_LIMIT,
                server + " did not start; the others go on as they are.");
        pool.give(server, "active");
        Waiting.until(() -> pool.isReady(address(number)), READY_LIMIT, server + " is not ready.");
    }

    private boolean isEmpty(String group) throws IOException, InterruptedException {
        List<String> commands = new ArrayList<>();
        commands.add("if (result == " + group + ") of /host=" + HOST + "/server-config=" + DomainLayout.server(1)
                + ":read-attribute(name=group)");
        commands.add("    echo in-use");
        commands.add("end-if");
        manage("roll-out-group", commands.toArray(String[]::new));
        return !Files.readString(layout.work().resolve("roll-out-group.log")).contains("in-use");
    }

    private void manage(String name, String... commands) throws IOException, InterruptedException {
        new ManagementScript(name, List.of(commands))
                .run(
                        layout.home(),
                        layout.work(),
                        List.of(),
                        List.of(
                                "--connect",
                                "--controller=remote+http://127.0.0.1:" + layout.managementPort(),
                                "--timeout=60000"));
    }

    private URI address(int number) {
        return URI.create("http://127.0.0.1:" + layout.ports(number).http() + "/");
    }
}
