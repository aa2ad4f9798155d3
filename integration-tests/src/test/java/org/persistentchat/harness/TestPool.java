package org.persistentchat.harness;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Servers that are one chat, on a database server of their own. */
public final class TestPool implements AutoCloseable {
    private final TestDatabase database;
    private final List<TestServer> servers;

    private TestPool(TestDatabase database, List<TestServer> servers) {
        this.database = database;
        this.servers = servers;
    }

    /** A pool that runs. {@code name} begins the names of its folders under {@code target/servers} and of its servers. */
    public static TestPool started(String name, int count, Map<String, String> properties) {
        return started(name, count, properties, server -> {});
    }

    /** A pool that runs, of servers that were changed before. */
    public static TestPool started(
            String name, int count, Map<String, String> properties, Consumer<TestServer> change) {
        TestPool pool = prepared(name, count, properties);
        try {
            pool.servers.parallelStream().forEach(change);
            return pool.start();
        } catch (RuntimeException | AssertionError failure) {
            pool.close();
            throw failure;
        }
    }

    /** A pool of which the database runs; no server does, or knows of another. */
    public static TestPool prepared(String name, int count, Map<String, String> properties) {
        TestDatabase database = TestDatabase.named(name + "-database").start();
        List<TestServer> servers = IntStream.rangeClosed(1, count)
                .mapToObj(number -> TestServer.named(name + "-" + number).on(database))
                .toList();
        for (TestServer server : servers) {
            properties.forEach(server::with);
            server.with("jboss.tx.node.id", server.name())
                    .with("persistentchat.server.address", server.address().toString());
        }
        return new TestPool(database, servers);
    }

    /** Starts the servers, each of which knows of the others: one after the other, so that each finds those before it and joins them. */
    public TestPool start() {
        introduced().forEach(TestServer::start);
        return this;
    }

    /** Starts the servers at the same moment: each may find no other yet, begin a group of its own, and meet the others' groups later. */
    public TestPool startAtOnce() {
        introduced().parallelStream().forEach(TestServer::start);
        return this;
    }

    private List<TestServer> introduced() {
        String members = servers.stream().map(TestPool::clusterAddress).collect(Collectors.joining(","));
        servers.forEach(server -> server.with("persistentchat.cluster.members", members));
        return servers;
    }

    /** How the other servers name one in {@code persistentchat.cluster.members}. */
    public static String clusterAddress(TestServer server) {
        return "127.0.0.1[" + server.clusterPort() + "]";
    }

    /** The database server of both databases. */
    public TestDatabase database() {
        return database;
    }

    /** All servers, also those that do not run at the moment. */
    public List<TestServer> servers() {
        return servers;
    }

    /** Where clients go: one address for each server. */
    public List<URI> addresses() {
        return servers.stream().map(TestServer::address).toList();
    }

    /** What JDBC needs to read the archive (user and password: sa). */
    public String complianceUrl() {
        return database.complianceUrl();
    }

    @Override
    public void close() {
        servers.forEach(TestServer::beginStop);
        servers.forEach(TestServer::close);
        database.close();
    }
}
