package org.persistentchat.archive.search;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the index, 3280 to 3289. */
@MessageLogger(projectCode = "PCHAT", length = 4)
interface IndexLog extends BasicLogger {

    IndexLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), IndexLog.class, "org.persistentchat.archive.search");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3280,
            value =
                    "The archive is not indexed at the moment; searches find everything, and get slower until this succeeds")
    void notIndexed(@Cause Throwable cause);
}
