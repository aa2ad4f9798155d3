package org.persistentchat.web.problem;

import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;

/** Defects of the server: the log has the stack trace, the client a reference to it and nothing else. */
public final class Incidents {
    private Incidents() {}

    /** What to tell the client about {@code failure}: a refusal as it is, anything else as an internal error, which is logged here. */
    public static ChatException told(Throwable failure) {
        if (failure instanceof ChatException refusal) {
            return refusal;
        }
        if (failure.getCause() instanceof ChatException refusal) {
            return refusal; // wrapped by the container
        }
        String reference = OpaqueId.encode(OpaqueId.random());
        ProblemLog.LOG.internalError(reference, failure);
        String message = "The server failed; its log has the reason under the reference " + reference + ".";
        return new ChatException(ErrorCode.INTERNAL, message, failure);
    }
}
