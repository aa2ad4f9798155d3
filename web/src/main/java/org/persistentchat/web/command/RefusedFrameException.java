package org.persistentchat.web.command;

import org.persistentchat.error.ChatException;

/** A frame holds no well-formed command. Checked, because every reader of frames must answer it. */
public final class RefusedFrameException extends Exception {
    private final long id;
    private final ChatException reason;

    RefusedFrameException(long id, ChatException reason) {
        super(reason.getMessage(), reason, false, false);
        this.id = id;
        this.reason = reason;
    }

    /** The command's id, or 0 if the frame could not be understood so far. */
    public long id() {
        return id;
    }

    public ChatException reason() {
        return reason;
    }
}
