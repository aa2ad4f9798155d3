package org.persistentchat.loadtest.client;

/** The server answered a command or a call with an error. */
public final class ChatErrorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChatError error;

    ChatErrorException(ChatError error) {
        super(error.toString());
        this.error = error;
    }

    public ChatError error() {
        return error;
    }
}
