package org.persistentchat.archive;

/** The archive cannot take the message now; it is to be delivered again. */
final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String reason, Throwable cause) {
        super(reason, cause);
    }

    ArchiveException(String reason) {
        super(reason);
    }
}
