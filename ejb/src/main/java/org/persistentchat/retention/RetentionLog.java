package org.persistentchat.retention;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of retention, 2440 to 2449. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface RetentionLog extends BasicLogger {

    RetentionLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), RetentionLog.class, "org.persistentchat.retention");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2440, value = "Retention removed %d from the store %s; %d that have expired are held")
    void applied(long removed, String store, long held);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2441, value = "Retention could not be applied to the store %s; it is tried again")
    void notApplied(String store, @Cause Throwable cause);
}
