package org.persistentchat.error;

import jakarta.ejb.ApplicationException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request was refused for a reason that its sender can understand. The message is meant for people and holds no secret. */
@ApplicationException(rollback = true)
public final class ChatException extends RuntimeException {
    private final ErrorCode code;
    private final long limit;
    private final long waitMillis;

    public ChatException(ErrorCode code, String message) {
        this(code, message, -1, 0, null);
    }

    public ChatException(ErrorCode code, String message, Throwable cause) {
        this(code, message, -1, 0, cause);
    }

    private ChatException(ErrorCode code, String message, long limit, long waitMillis, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.limit = limit;
        this.waitMillis = waitMillis;
    }

    /** A refusal because {@code limit} was passed; the limit is told to the client. */
    public static ChatException overLimit(ErrorCode code, String message, long limit) {
        return new ChatException(code, message, limit, 0, null);
    }

    /** A refusal because {@code rate} was passed; the same request may succeed after {@code waitNanos}. */
    public static ChatException tooFast(String message, int rate, long waitNanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(waitNanos) + 1;
        return new ChatException(ErrorCode.RATE_LIMITED, message, rate, millis, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** The limit that was passed, if it was one. */
    public OptionalLong limit() {
        return limit < 0 ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /** After how many milliseconds the same request may succeed, if that is known. */
    public OptionalLong waitMillis() {
        return waitMillis <= 0 ? OptionalLong.empty() : OptionalLong.of(waitMillis);
    }
}
