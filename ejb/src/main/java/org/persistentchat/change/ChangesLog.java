package org.persistentchat.change;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What following changes tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface ChangesLog {
    ChangesLog LOG = Logger.getMessageLogger(
            java.lang.invoke.MethodHandles.lookup(), ChangesLog.class, "org.persistentchat.change");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2000, value = "Administrative changes cannot be read at the moment; memory is as of change %d")
    void notRead(long number, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2001, value = "Administrative changes after %d could not be followed; tried again")
    void notFollowed(long number, @Cause Throwable defect);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2002, value = "Rooms, people and rights are in memory as of change %d (%d ms)")
    void loaded(long number, long millis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2003, value = "Changes after %d are not recorded any more; everything is read anew")
    void missed(long number);
}
