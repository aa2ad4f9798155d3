package org.persistentchat.database;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/**
 * Hands out this server's identity once the content database has given it. Who asks before waits for the registration alone. A call of
 * {@link ContentDatabase} would wait until all that starts with the application has started: a bean that is being made on one thread and
 * waits like that stops the start of another that needs the same bean, and if the database cannot be used, the end of the application too.
 */
@ApplicationScoped
public class RegisteredServer {
    private final CompletableFuture<ServerIdentity> identity = new CompletableFuture<>();

    /** This server, with its number in the content database; waits until it is known, throws if it will not be. */
    @Produces
    @Singleton
    public ServerIdentity identity() {
        return identity.join();
    }

    void is(ServerIdentity known) {
        identity.complete(known);
    }

    /** There will be no identity: the application does not start. */
    void failed(Throwable cause) {
        identity.completeExceptionally(cause);
    }

    @PreDestroy
    void gone() {
        failed(new IllegalStateException("The application ends"));
    }
}
