package org.persistentchat.stream;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What delivery tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface StreamLog {
    StreamLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), StreamLog.class, "org.persistentchat.stream");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1200, value = "A delivery task failed; the others go on")
    void taskFailed(@Cause Throwable defect);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1201, value = "Events that are missing in memory could not be read; tried again in %d s")
    void triedAgain(long seconds);
}
