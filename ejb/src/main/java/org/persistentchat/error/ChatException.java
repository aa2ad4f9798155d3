package org.persistentchat.error;

import jakarta.ejb.ApplicationException;
import java.util.OptionalLong;

/** A request was refused for a reason that its sender can understand. The message is meant for people and holds no secret. */
@ApplicationException(rollback = true)
public final class ChatException extends RuntimeException {
    private final ErrorCode code;
    private final long limit;

    public ChatException(ErrorCode code, String message) {
        this(code, message, -1, null);
    }

    public ChatException(ErrorCode code, String message, Throwable cause) {
        this(code, message, -1, cause);
    }

    private ChatException(
            ErrorCode code, String message, long limit, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.limit = limit;
    }

    /** A refusal because {@code limit} was passed; the limit is told to the client. */
    public static ChatException overLimit(ErrorCode code, String message, long limit) {
        return new ChatException(code, message, limit, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** The limit that was passed, if it was one. */
    public OptionalLong limit() {
        return limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit);
    }
}
