package org.persistentchat.web.rest;

/** The body of a request is larger than any call needs. */
final class BodyTooLargeException extends RuntimeException {
    private final int limit;

    BodyTooLargeException(int limit) {
        super("A body has at most " + limit + " bytes.");
        this.limit = limit;
    }

    int limit() {
        return limit;
    }
}
