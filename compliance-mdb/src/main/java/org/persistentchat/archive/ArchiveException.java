package org.persistentchat.archive;

/** The archive cannot be used now; what was asked of it may succeed later. */
public final class ArchiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public ArchiveException(String reason) {
        super(reason);
    }
}
