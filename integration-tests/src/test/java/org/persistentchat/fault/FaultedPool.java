package org.persistentchat.fault;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.persistentchat.harness.TestDatabase;
import org.persistentchat.harness.TestServer;
import org.persistentchat.loadtest.client.ChatServer;

/** Servers that are one chat, on a database server of their own. */
final class FaultedPool implements AutoCloseable {
    private final TestDatabase database;
    private final List<TestServer> servers;

    private FaultedPool(TestDatabase database, List<TestServer> servers) {
        this.database = database;
        this.servers = servers;
    }

    static FaultedPool started(int count) {
        TestDatabase database = TestDatabase.named("fault-database").start();
        List<TestServer> servers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> TestServer.named("fault-" + number).on(database))
                .toList();
        FaultedPool pool = new FaultedPool(database, servers);
        String members = servers.stream()
                .map(server -> "127.0.0.1[" + server.clusterPort() + "]")
                .collect(Collectors.joining(","));
        try {
            for (TestServer server : servers) {
                server.with("jboss.tx.node.id", server.name())
                        .with("persistentchat.cluster.members", members)
                        .with("persistentchat.password.lowest-cost", "4")
                        .with("persistentchat.server.address", server.address().toString())
                        .start();
            }
            return pool;
        } catch (RuntimeException | AssertionError failure) {
            pool.close();
            throw failure;
        }
    }

    TestDatabase database() {
        return database;
    }

    TestServer any(Random random) {
        return servers.get(random.nextInt(servers.size()));
    }

    List<ChatServer> addresses() {
        return servers.stream()
                .map(server -> ChatServer.of(server.address().toString()))
                .toList();
    }

    /** What JDBC needs to read the archive (user and password: sa). */
    String complianceUrl() {
        return "jdbc:h2:tcp://" + database.address() + "/./compliance;MODE=MSSQLServer";
    }

    @Override
    public void close() {
        servers.forEach(TestServer::close);
        database.close();
    }
}
