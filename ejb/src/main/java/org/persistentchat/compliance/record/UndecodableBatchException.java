package org.persistentchat.compliance.record;

/** Bytes that are not a batch this version can read. The message never quotes them: they may hold what people said. */
public final class UndecodableBatchException extends Exception {

    private static final long serialVersionUID = 1L;

    UndecodableBatchException(String reason) {
        super(reason);
    }
}
