package org.persistentchat.directory;

/** The outer directory cannot be read; the message says why, for an operator. */
public final class DirectoryException extends Exception {
    public DirectoryException(String message, Throwable cause) {
        super(message, cause);
    }

    public DirectoryException(String message) {
        super(message);
    }
}
