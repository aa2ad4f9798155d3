package org.persistentchat.web.problem;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Log messages of this package; numbers 5320 to 5339. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ProblemLog extends BasicLogger {
    ProblemLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), ProblemLog.class, "org.persistentchat.web.problem");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 5320, value = "Internal error %s")
    void internalError(String reference, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 5321, value = "A request was refused, because a database cannot be reached: %s")
    void databaseAway(String failure);
}
