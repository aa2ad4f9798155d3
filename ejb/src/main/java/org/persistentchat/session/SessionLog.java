package org.persistentchat.session;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What sessions tell the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface SessionLog {
    SessionLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), SessionLog.class, "org.persistentchat.session");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1400, value = "The journal was full: that %s left room %s is not recorded")
    void partNotRecorded(String account, String room);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1401, value = "Coming back to room %s met a defect")
    void roomNotEntered(String room, @Cause Throwable defect);
}
