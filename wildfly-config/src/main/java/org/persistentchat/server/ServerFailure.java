package org.persistentchat.server;

/** A server could not be assembled, or did not come up. The message is one line for the person at the console. */
public final class ServerFailure extends RuntimeException {

    /** @param message what happened */
    public ServerFailure(String message) {
        super(message);
    }

    /** @param cause what it comes from */
    public ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
