package org.persistentchat.discovery;

/** Words that cannot be looked for: there is no letter and no digit in them, or there are too many. */
public final class InvalidWordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidWordsException(String reason) {
        super(reason);
    }
}
