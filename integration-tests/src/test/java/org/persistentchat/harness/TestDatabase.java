package org.persistentchat.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.persistentchat.server.H2Server;

/** A database server of a pool under test. It keeps its data and port from its first start on, whatever happens to it in between. */
public final class TestDatabase implements AutoCloseable {

    private final H2Server server;
    private @Nullable Process running;

    private TestDatabase(H2Server server) {
        this.server = server;
    }

    /** An empty one; {@code name} is the folder under {@code target/servers}. */
    public static TestDatabase named(String name) {
        try {
            Path folder = ServerFolder.empty(name);
            return new TestDatabase(
                    new H2Server(ServerFolder.home(), folder, FreePorts.next().http()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts it and waits until it takes connections. */
    public TestDatabase start() {
        try {
            running = server.start();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** {@code kill -9}. */
    public void kill() {
        try {
            process().destroyForcibly().waitFor();
            running = null;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Stops its threads where they are; connections stay open. */
    public void pause() {
        Signal.STOP.to(process());
    }

    /** Lets it go on. */
    public void proceed() {
        Signal.CONT.to(process());
    }

    /** Where it listens: host:port. */
    public String address() {
        return server.address();
    }

    /** What JDBC needs to read the archive of servers whose compliance database is here (user and password: sa). */
    public String complianceUrl() {
        return "jdbc:h2:tcp://" + address() + "/./compliance;MODE=MSSQLServer";
    }

    @Override
    public void close() {
        if (running != null) {
            kill();
        }
    }

    private Process process() {
        if (running == null) {
            throw new IllegalStateException("The database does not run");
        }
        return running;
    }
}
