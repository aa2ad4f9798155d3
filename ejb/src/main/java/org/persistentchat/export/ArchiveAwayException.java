package org.persistentchat.export;

/** The compliance database cannot be reached at the moment. */
public final class ArchiveAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArchiveAwayException(Throwable cause) {
        super("The compliance database cannot be reached at the moment", cause);
    }
}
