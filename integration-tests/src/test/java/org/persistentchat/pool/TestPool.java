package org.persistentchat.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.tools.Server;
import org.persistentchat.harness.TestServer;

/** Servers on one content and one compliance database, both in an H2 server of the test. */
final class TestPool implements AutoCloseable {
    private final Server database;
    private final List<TestServer> servers;

    private TestPool(Server database, List<TestServer> servers) {
        this.database = database;
        this.servers = servers;
    }

    /** A pool that runs. */
    static TestPool started(String name, int count) {
        Server database = database(name);
        List<TestServer> servers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> TestServer.named(name + "-" + number))
                .toList();
        String members = servers.stream()
                .map(server -> "127.0.0.1[" + server.clusterPort() + "]")
                .collect(Collectors.joining(","));
        TestPool pool = new TestPool(database, servers);
        try {
            for (int index = 0; index < count; index++) {
                TestServer server = servers.get(index);
                server.with("jboss.node.name", name + "-" + (index + 1))
                        .with("jboss.tx.node.id", name + "-" + (index + 1))
                        .with("persistentchat.cluster.members", members)
                        .with("persistentchat.cluster.join-timeout", "2000")
                        .with("persistentchat.h2.content.url", url(database, "content"))
                        .with("persistentchat.h2.compliance.url", url(database, "compliance"))
                        .start();
            }
            return pool;
        } catch (RuntimeException | AssertionError failure) {
            pool.close();
            throw failure;
        }
    }

    TestServer server(int number) {
        return servers.get(number - 1);
    }

    /** For reading the compliance archive. */
    String complianceUrl() {
        return url(database, "compliance");
    }

    private static Server database(String name) {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Path folder = Path.of("target", "servers", name + "-database").toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                try (var files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new AssertionError("No database server", failure);
        }
    }

    private static String url(Server database, String name) {
        return "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./" + name
                + ";MODE=MSSQLServer;WRITE_DELAY=0;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    }

    @Override
    public void close() {
        servers.forEach(TestServer::close);
        database.stop();
    }
}
