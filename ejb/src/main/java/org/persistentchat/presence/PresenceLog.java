package org.persistentchat.presence;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What presence tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface PresenceLog {
    PresenceLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), PresenceLog.class, "org.persistentchat.presence");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2090, value = "Telling who is in a room failed; the other rooms go on")
    void roundFailed(@Cause Throwable defect);
}
