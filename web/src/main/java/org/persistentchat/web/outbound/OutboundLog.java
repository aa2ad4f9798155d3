package org.persistentchat.web.outbound;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Log messages of this package; numbers 5300 to 5319. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface OutboundLog extends BasicLogger {
    OutboundLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), OutboundLog.class, "org.persistentchat.web.outbound");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 5300, value = "Sending to a connection failed; it is ended")
    void sendingFailed(@Cause Throwable cause);
}
