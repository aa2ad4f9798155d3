package org.persistentchat.archive.completeness;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the comparison, 3270 to 3279. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface CompletenessLog extends BasicLogger {

    CompletenessLog LOG = Logger.getMessageLogger(
            MethodHandles.lookup(), CompletenessLog.class, "org.persistentchat.archive.completeness");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 3270,
            value =
                    "The archive is not complete: %d events are missing and %d are too many; the status says in which rooms")
    void incomplete(long missing, long surplus);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3271, value = "The archive is complete again")
    void complete();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3272, value = "The archive cannot be compared with the content database at the moment")
    void notCompared(@Cause Throwable cause);
}
