package org.persistentchat.room;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the administration of rooms tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface RoomLog {
    RoomLog LOG =
            Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), RoomLog.class, "org.persistentchat.room");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2060, value = "What was said in deleted rooms cannot be removed at the moment; tried again")
    void contentNotRemoved(@Cause Throwable cause);
}
