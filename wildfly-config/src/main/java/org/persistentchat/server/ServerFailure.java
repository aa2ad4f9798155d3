package org.persistentchat.server;

/** A server could not be assembled, or did not come up. The message is one line for the person at the console. */
public final class ServerFailure extends RuntimeException {

    /** A failure that explains itself. */
    public ServerFailure(String message) {
        super(message);
    }

    /** A failure that comes from another. */
    public ServerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
