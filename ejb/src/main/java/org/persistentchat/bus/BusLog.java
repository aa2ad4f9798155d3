package org.persistentchat.bus;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the bus tells the operator. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface BusLog {
    BusLog LOG =
            Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), BusLog.class, "org.persistentchat.bus");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2210, value = "Server %d of the pool is heard")
    void heard(int serverId);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2211, value = "Server %d of the pool is not heard any more")
    void silent(int serverId);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2212, value = "A message to %s could not be sent; the database has what it said")
    void notSent(String member, @Cause Throwable failure);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2213, value = "A message of another server cannot be read: %s")
    void malformed(String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2214, value = "A message of another server could not be followed; the others go on")
    void followerFailed(@Cause Throwable defect);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2215, value = "There is no JGroups channel: this server hears no other")
    void noChannel(@Cause Throwable cause);
}
