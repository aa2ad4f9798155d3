package org.persistentchat.web.problem;

import org.persistentchat.database.SqlErrors;
import org.persistentchat.error.ChatException;
import org.persistentchat.error.ErrorCode;
import org.persistentchat.id.OpaqueId;

/**
 * What failed in the server. A database that cannot be reached is told as such, to be tried again; of a defect the log has the stack trace, the client a
 * reference to it and nothing else.
 */
public final class Incidents {
    private Incidents() {}

    /** What to tell the client about {@code failure}: a refusal as it is, a lost database as one, anything else as an internal error; both are logged here. */
    public static ChatException told(Throwable failure) {
        if (failure instanceof ChatException refusal) {
            return refusal;
        }
        if (failure.getCause() instanceof ChatException refusal) {
            return refusal; // wrapped by the container
        }
        if (SqlErrors.isUnreachable(failure)) {
            ProblemLog.LOG.databaseAway(failure.toString());
            return SqlErrors.unavailable(failure);
        }
        String reference = OpaqueId.encode(OpaqueId.random());
        ProblemLog.LOG.internalError(reference, failure);
        String message = "The server failed; its log has the reason under the reference " + reference + ".";
        return new ChatException(ErrorCode.INTERNAL, message, failure);
    }
}
