package org.persistentchat.compliance;

/** The channel is not there at the moment; worth another try later. */
final class RecordChannelException extends Exception {

    private static final long serialVersionUID = 1L;

    RecordChannelException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
