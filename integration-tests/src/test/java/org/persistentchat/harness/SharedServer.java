package org.persistentchat.harness;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the server of {@link OnSharedServer} once for a test run; it is stopped when the JVM of the tests ends. */
final class SharedServer implements BeforeAllCallback, ParameterResolver {

    /** Name of the system property with the server's address. */
    static final String ADDRESS = "persistentchat.address";

    private static @Nullable TestServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        started();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started();
    }

    private static synchronized TestServer started() {
        if (server == null) {
            TestServer starting = TestServer.named("shared").withContentReadable();
            starting.start();
            server = starting;
            System.setProperty(ADDRESS, starting.address().toString());
            Runtime.getRuntime().addShutdownHook(new Thread(starting::close, "stop-shared-server"));
        }
        return server;
    }
}
