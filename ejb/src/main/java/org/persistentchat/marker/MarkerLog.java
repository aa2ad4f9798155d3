package org.persistentchat.marker;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What read markers tell the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface MarkerLog {
    MarkerLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), MarkerLog.class, "org.persistentchat.marker");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1600, value = "The answer to a moved read marker failed; the marker is stored")
    void answerFailed(@Cause Throwable defect);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1601,
            value = "Read markers could not be moved; those who moved them are told, and later ones are written")
    void notMoved(@Cause Throwable defect);
}
