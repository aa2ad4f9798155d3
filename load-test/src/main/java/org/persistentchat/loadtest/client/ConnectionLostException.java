package org.persistentchat.loadtest.client;

/** The connection ended for good: it was closed, refused for a reason that will not change, or could not be restored in time. */
public final class ConnectionLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConnectionLostException(String reason) {
        super(reason);
    }
}
